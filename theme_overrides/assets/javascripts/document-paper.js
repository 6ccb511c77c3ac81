// @ts-check
/**
 * `xt.documentPaper.draw(sheet, data, values, bad)`: the paper in its official layout, the same elements as
 * document_paper.html.jinja writes for an example. Fields in `bad` are underlined red.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  function piece([text, field, look], bad) {
    if (look) return xt.el("span.xt-paper__" + look, null, text);
    return field ? xt.el("span.xt-fill" + (bad.includes(field) ? ".xt-fill--bad" : ""), null, text) : text;
  }

  function paragraph(name, pieces, bad) {
    return xt.el(name ? "p.xt-paper__" + name : "p", null, ...pieces.map((one) => piece(one, bad)));
  }

  function cell(one, bad, scope) {
    const span = one.span > 1 && one.span;
    return xt.el(one.head ? "th" : "td", { scope: one.head && scope, colspan: span }, ...one.paragraphs.map((pieces) => paragraph("", pieces, bad)));
  }

  function table(unit, bad) {
    const row = (cells, scope) => xt.el("tr", null, ...cells.map((one) => cell(one, bad, scope)));
    const listed = unit.name === "list";
    const head = listed && xt.el("thead", null, row(unit.rows[0], "col"));
    const rows = unit.rows.slice(listed ? 1 : 0).map((cells) => row(cells, "row"));
    return xt.el("table.xt-paper__" + unit.name, null, head, xt.el("tbody", null, ...rows));
  }

  /** Right indents of signature and date. @param {any} data @param {Record<string, any>} values */
  function indents(data, values) {
    const blocks = xt.documentLines.blocks(data, values);
    const words = (kind) => {
      const found = blocks.find((block) => block.kind === kind);
      return found ? found.paragraphs[0].map((one) => one[0]).join("") : "";
    };
    return xt.documentClosing.indents(data.layout, words("signature"), words("date"));
  }

  /** @param {Element} sheet @param {any} data @param {Record<string, any>} values @param {string[]} bad */
  function draw(sheet, data, values, bad) {
    const units = xt.documentSheet.units(data, values);
    xt.fill(sheet, ...units.map((unit) => (unit.rows.length ? table(unit, bad) : paragraph(unit.name, unit.pieces, bad))));
    const ends = sheet.querySelectorAll(".xt-paper__sign");
    if (ends.length !== 2 || data.layout === "ballot") return;
    indents(data, values).forEach((indent, i) => (ends[i].style.paddingRight = indent + "em"));
  }

  xt.documentPaper = { draw, indents };
})();
