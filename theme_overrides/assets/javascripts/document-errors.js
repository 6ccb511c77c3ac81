// @ts-check
/**
 * `xt.documentErrors.show(form, data, found)`: what is wrong with a paper, beside its fields and in the summary above the
 * buttons. Nothing is stopped by it.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { put } = xt.numbers;

  /** The controls that a finding is about: a field, or a row of a list. */
  function controls(form, one) {
    const holder = xt.documentInputs.holder(form, one.at);
    if (!holder) return [];
    const rows = xt.documentInputs.rowsOf(form, one.at);
    const within = rows.length ? rows[Math.max(one.row, 0)] || rows[0] : holder;
    const first = within.querySelector("input, select, textarea");
    return first ? [first] : [];
  }

  function words(one, data) {
    return one.row < 0 || one.text.includes(put(data.words.row, { row: one.row + 1 })) ? one.text : put(data.words.row, { row: one.row + 1 }) + "：" + one.text;
  }

  /** Writes what belongs to a field; left alone where it says so already, so that no link goes from under a finger. */
  function write(error, told, data) {
    const key = told.map((one) => words(one, data)).join("\n");
    if (error.getAttribute("data-shown") === key) return;
    error.setAttribute("data-shown", key);
    error.textContent = "";
    for (const one of told) {
      error.append(words(one, data));
      if (one.href) error.append(xt.el("a", { href: one.href }, one.basis), " ");
    }
    error.hidden = !told.length;
  }

  function describe(input, id) {
    const described = (input.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    if (!described.includes(id)) input.setAttribute("aria-describedby", described.concat(id).join(" "));
  }

  function beside(form, data, shown) {
    const invalid = [];
    for (const error of form.querySelectorAll("[data-error]")) {
      const told = shown.filter((one) => one.at === error.getAttribute("data-error"));
      write(error, told, data);
      for (const one of told) {
        for (const input of controls(form, one)) {
          invalid.push(input);
          describe(input, error.id);
        }
      }
    }
    for (const input of form.querySelectorAll("[aria-invalid]")) if (!invalid.includes(input)) input.removeAttribute("aria-invalid");
    for (const input of invalid) input.setAttribute("aria-invalid", "true");
  }

  /** A line of the summary, leading to its field. */
  function line(form, data, one) {
    const [input] = controls(form, one);
    const field = data.fields.find((other) => other.id === one.at);
    const text = (field ? field.label + "：" : "") + words(one, data);
    if (!input) return xt.el("li", null, text);
    const link = xt.el("a", { href: "#" + input.id, click: (event) => (event.preventDefault(), input.focus()) }, text);
    return xt.el("li", null, link);
  }

  /** Writes only what has changed, so that readers hear it once. */
  function say(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }

  /** @param {HTMLFormElement} form @param {any} data @param {{missing: any[], wrong: any[]}} found @param {(id: string) => boolean} asked */
  function show(form, data, found, asked) {
    const shown = found.wrong.concat(found.missing.filter((one) => asked(one.at)));
    beside(form, data, shown);
    const parts = [found.missing.length ? put(data.words.left, { count: found.missing.length }) : data.words.complete];
    if (found.wrong.length) parts.push(put(data.words.wrong, { count: found.wrong.length }));
    say(form.querySelector("[data-summary]"), parts.join(""));
    const list = form.querySelector("[data-wrong]");
    list.hidden = !found.wrong.length;
    const key = found.wrong.map((one) => one.at + one.row + one.text).join("\n");
    if (list.getAttribute("data-shown") === key) return;
    list.setAttribute("data-shown", key);
    xt.fill(list, ...found.wrong.map((one) => line(form, data, one)));
  }

  xt.documentErrors = { show, say };
})();
