// @ts-check
/**
 * `xt.documentLines.blocks(data, values)`: the text of a filled paper, the same as generator/derive/document_text.py makes
 * of an example. A block is `{kind, part, head, paragraphs, columns, rows, field, short}`; a piece is `[text, field, look]`.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const V = xt.documentValues;
  const EMPTY = "　　　　";
  const STOPS = ["。", "；", "，"];
  const GRIDS = ["record", "table"];
  const LISTS = ["table", "items", "attachments"];

  const isField = (piece) => typeof piece !== "string";
  const fieldsOf = (line) => (line.head || []).concat(line.body).filter(isField).map((piece) => piece.f);

  /** Pieces of a line with values in their places, split into paragraphs where a value holds several. */
  function paragraphs(pieces, data, values) {
    const out = [[]];
    pieces.forEach((piece, i) => {
      if (!isField(piece)) return out[out.length - 1].push([piece, "", ""]);
      const required = !data.optional.includes(piece.f);
      let text = V.clean(String(values[piece.f] || ""));
      const next = pieces[i + 1];
      if (typeof next === "string" && STOPS.includes(next[0])) text = text.replace(/[。．.；;]$/, "");
      (text || (required ? EMPTY : "")).split("\n").forEach((part, j) => {
        if (j) out.push([]);
        out[out.length - 1].push([part, piece.f, ""]);
      });
      return undefined;
    });
    return out;
  }

  /** Rows of a list as they are printed. */
  function listRows(line, values) {
    const rows = V.printed(values[line.body[0].f] || []);
    return rows.map((row) => line.columns.map((_, i) => V.clean(row[i] || "")));
  }

  function plain(pieces) {
    return (pieces || []).map((piece) => (isField(piece) ? "" : piece)).join("");
  }

  function block(line, data, values) {
    const alone = line.body.length === 1 && isField(line.body[0]) ? line.body[0].f : "";
    const made = { kind: line.kind, part: line.part, head: plain(line.head), field: alone, short: line.short, paragraphs: [], columns: [], rows: [] };
    if (!LISTS.includes(line.kind)) return Object.assign(made, { paragraphs: paragraphs(line.body, data, values) });
    return Object.assign(made, { columns: line.columns, rows: listRows(line, values) });
  }

  /** @param {any} data @param {Record<string, any>} values */
  function blocks(data, values) {
    const keeps = GRIDS.includes(data.layout);
    const dropped = (line) => line.optional && !keeps && fieldsOf(line).every((id) => !V.filled(values[id]));
    return data.lines.filter((line) => !dropped(line)).map((line) => block(line, data, values));
  }

  xt.documentLines = { blocks, EMPTY };
})();
