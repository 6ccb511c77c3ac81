// @ts-check
/**
 * `xt.documentInputs`: the controls of a paper's form. `read` and `write` take values as `{field: text | rows}`; days stand
 * in date inputs and are values as the paper writes them. Lists grow by `[data-add]` and by Enter in their last row.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { put } = xt.numbers;
  const V = xt.documentValues;

  const holder = (form, id) => form.querySelector('[data-field="' + id + '"]');
  const control = (form, id) => holder(form, id).querySelector("input, select, textarea");

  /** Which columns a person types; the rest stays empty for handwriting. */
  const typed = (field) => field.options.map((_, i) => i).filter((i) => !field.hand.includes(i));

  function cell(form, field, row, column, data) {
    const name = field.options[column];
    const id = "f-" + field.id + "-" + row.getAttribute("data-row") + "-" + column;
    const tag = field.long.includes(column) ? "textarea.xt-input" : "input.xt-input";
    const label = xt.el("label", { for: id }, name);
    if (typed(field).length === 1) label.className = "xt-hide";
    return xt.el("p.xt-field" + (field.long.includes(column) ? ".xt-rows__long" : ""), null, label, xt.el(tag, { id, "data-column": column, autocomplete: "off", rows: field.long.includes(column) && "2" }));
  }

  function renumber(form, field, data) {
    const rows = rowsOf(form, field.id);
    rows.forEach((row, i) => {
      const name = put(data.words.row, { row: i + 1 });
      row.setAttribute("aria-label", field.label + name);
      row.querySelector(".xt-rows__n").textContent = name;
      row.querySelector("[data-drop]").setAttribute("aria-label", put(data.words.dropRow, { row: i + 1, label: field.label }));
    });
  }

  function rowsOf(form, id) {
    return Array.from(holder(form, id).querySelectorAll("[data-row]"));
  }

  let count = 0;

  /** A new row at the end of a list. */
  function add(form, field, data) {
    count += 1;
    const single = typed(field).length < 2;
    const row = xt.el("div.xt-rows__row" + (single ? ".xt-rows__row--one" : ""), { "data-row": count, role: "group" });
    const drop = xt.el("button.xt-btn.xt-btn--q", { type: "button", "data-drop": true }, data.words.drop);
    row.append(xt.el("p.xt-rows__h", null, xt.el("span.xt-rows__n"), drop));
    const cells = typed(field).map((column) => cell(form, field, row, column, data));
    const shape = "div.xt-rows__cells" + (cells.length > 1 ? ".xt-rows__cells--many" : "");
    row.append(cells.length ? xt.el(shape, null, ...cells) : xt.el("p.xt-sub", null, data.words.byHand));
    holder(form, field.id).querySelector("[data-rows]").append(row);
    renumber(form, field, data);
    return row;
  }

  function readRow(field, row) {
    const cells = field.options.map(() => "");
    for (const input of row.querySelectorAll("[data-column]")) cells[Number(input.getAttribute("data-column"))] = input.value;
    return cells;
  }

  /** @param {HTMLFormElement} form @param {any} field */
  function readOne(form, field) {
    if (field.type === "list") return rowsOf(form, field.id).map((row) => readRow(field, row));
    const value = control(form, field.id).value;
    return field.type === "date" ? V.written(value) : value;
  }

  /** @param {HTMLFormElement} form @param {any} data */
  function read(form, data) {
    const values = {};
    for (const field of data.fields) values[field.id] = readOne(form, field);
    return values;
  }

  function writeRows(form, field, rows, data) {
    for (const row of rowsOf(form, field.id)) row.remove();
    for (const cells of rows.length ? rows : [[]]) {
      const row = add(form, field, data);
      for (const input of row.querySelectorAll("[data-column]")) input.value = cells[Number(input.getAttribute("data-column"))] || "";
    }
  }

  /** @param {HTMLFormElement} form @param {any} data @param {Record<string, any>} values */
  function write(form, data, values) {
    for (const field of data.fields) {
      const value = values[field.id];
      if (field.type === "list") writeRows(form, field, Array.isArray(value) ? value.filter(Array.isArray) : [], data);
      else control(form, field.id).value = field.type === "date" ? V.day(String(value || "")) : String(value || "");
    }
  }

  /** Fields whose date the browser could not read, with what is wrong. @param {HTMLFormElement} form @param {any} data */
  function broken(form, data) {
    const found = {};
    for (const field of data.fields) {
      if (field.type === "date" && control(form, field.id).validity.badInput) found[field.id] = data.words.date;
    }
    return found;
  }

  const entry = (row) => row.querySelector("[data-column]") || row.querySelector("[data-drop]");

  /** Adds and removes rows on the form's buttons and Enter; `changed` is told what to say. */
  function listen(form, data, changed) {
    const fieldOf = (node) => data.fields.find((field) => field.id === node.closest("[data-field]").getAttribute("data-field"));
    const grow = (field) => {
      const row = add(form, field, data);
      entry(row).focus();
      changed(put(data.words.added, { row: rowsOf(form, field.id).length }));
    };
    const shrink = (button) => {
      const field = fieldOf(button);
      const row = button.closest("[data-row]");
      const near = row.nextElementSibling || row.previousElementSibling;
      row.remove();
      renumber(form, field, data);
      (near ? entry(near) : holder(form, field.id).querySelector("[data-add]")).focus();
      changed(data.words.dropped);
    };
    form.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("[data-add], [data-drop]");
      if (!button) return;
      if (button.hasAttribute("data-add")) grow(fieldOf(button));
      else shrink(button);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      const row = event.target.closest("[data-row]");
      if (row && !row.nextElementSibling) grow(fieldOf(row));
    });
  }

  xt.documentInputs = { read, write, broken, listen, holder, control, rowsOf };
})();
