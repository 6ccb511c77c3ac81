// @ts-check
/**
 * `xt.documentSheet.units(data, values)`: a filled paper as paragraphs and tables, the same as
 * generator/render/document_sheet.py makes of an example. A unit is `{name, pieces, rows}`; a piece is `[text, field, look]`;
 * a cell is `{paragraphs, head, span}`.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const CLASSES = { title: "title", addressee: "to", imprint: "imprint", signature: "sign", date: "sign", caption: "caption" };
  const IN_GRID = ["row", "heading2", "hand", "hand-date"];
  const TABLES = ["table", "items"];
  const GRIDS = ["record", "table"];

  const unit = (name, pieces, rows) => ({ name, pieces: pieces || [], rows: rows || [] });
  const cell = (paragraphs, head, span) => ({ paragraphs, head: Boolean(head), span: span || 1 });
  const word = (text, look) => [text, "", look || ""];

  function nameOf(blocks, i, own) {
    const { kind, head, part } = blocks[i];
    if (kind === "masthead") {
      const heads = blocks.map((block, j) => (block.kind === kind ? j : -1)).filter((j) => j >= 0);
      return i === heads[0] ? "name" : i === heads[heads.length - 1] ? "ends" : "mid";
    }
    if (kind === "remark" && i && blocks[i - 1].kind === "title") return "mid";
    if (["hand", "hand-date"].includes(kind) && !head.endsWith(own.opinion)) return "hand";
    return kind === "row" && part === own.closing ? "closing" : CLASSES[kind] || "";
  }

  function running(block, name, own) {
    if (block.kind === "hand-date") return [unit(name, [word(own.day)])];
    const look = { heading1: "h1", heading2: "h2" }[block.kind] || "";
    const head = block.head ? [word(block.head, look)] : [];
    if (block.kind === "hand") return [unit(name, block.head.endsWith(own.opinion) ? head : head.concat([word(own.line, "gap")]))];
    return block.paragraphs.map((paragraph, j) => unit(name, j ? paragraph : head.concat(paragraph)));
  }

  function numbered(block) {
    const listed = block.kind === "attachments";
    return block.rows.map((row, i) => {
      const lead = (listed && !i ? block.head : "") + (listed && block.rows.length === 1 ? "" : i + 1 + ".");
      return unit(listed ? (i ? "more" : "first") : "", (lead ? [word(lead)] : []).concat([[row[0], block.field, ""]]));
    });
  }

  function list(block, own) {
    const withNumber = block.kind === "items";
    const head = (withNumber ? [own.number] : []).concat(block.columns).map((name) => cell([[word(name)]], true));
    const rows = block.rows.map((row, i) => {
      const cells = row.map((text) => cell(text.split("\n").map((part) => [[part, block.field, ""]])));
      return withNumber ? [cell([[word(String(i + 1))]])].concat(cells) : cells;
    });
    return unit("list", [], [head].concat(rows));
  }

  function letter(blocks, own) {
    return blocks.reduce((all, block, i) => {
      if (block.kind === "table") return all.concat(list(block, own));
      const made = ["items", "attachments"].includes(block.kind) ? numbered(block) : running(block, nameOf(blocks, i, own), own);
      return all.concat(made);
    }, []);
  }

  function between(block, own) {
    if (TABLES.includes(block.kind)) return [list(block, own)];
    if (block.kind === "heading1") return [unit("caption", [word(block.head, "h1")])];
    return running(block, CLASSES[block.kind] || "", own);
  }

  const whole = (cells) => cells.slice(0, -1).concat([Object.assign({}, cells[cells.length - 1], { span: 5 - cells.length })]);

  /** The cells a line of a form makes; none where it stands outside the grid. */
  function gridCells(block, following, begun, own) {
    const { kind } = block;
    if (["row", "heading2", "hand"].includes(kind)) {
      return [cell([[word(block.head.replace(/[：。]+$/, ""))]], true), cell(kind === "hand" ? [] : block.paragraphs)];
    }
    if (kind === "hand-date") return [cell([[word(own.day)]])];
    if (kind === "date") return begun ? [cell(block.paragraphs)] : [];
    if (kind === "text" && (block.field || (begun && following && IN_GRID.includes(following.kind)))) return [cell(block.paragraphs)];
    const leads = following && (TABLES.concat("remark").includes(following.kind) || (following.kind === "text" && !following.field));
    if (!["heading1", "caption"].includes(kind) || leads) return [];
    return [cell(kind === "caption" ? block.paragraphs : [[word(block.head, "h1")]], true)];
  }

  /** A form: labels and values gathered in a grid until a list or text parts them. */
  function form(blocks, own) {
    const out = [];
    let [rows, half] = [[], []];
    const close = () => {
      if (half.length) rows.push(whole(half));
      half = [];
    };
    blocks.forEach((block, i) => {
      const cells = gridCells(block, blocks[i + 1], rows.length + half.length > 0, own);
      if (block.short && cells.length === 2) {
        if (half.length) rows.push(half.concat(cells));
        half = half.length ? [] : cells;
        return;
      }
      close();
      if (cells.length) return void rows.push(whole(cells));
      if (rows.length) out.push(unit("grid", [], rows));
      rows = [];
      out.push(...between(block, own));
    });
    close();
    return rows.length ? out.concat(unit("grid", [], rows)) : out;
  }

  function roster(blocks, own) {
    const out = [];
    let waiting = [];
    const close = () => {
      if (waiting.length) out.push(unit("line", waiting));
      waiting = [];
    };
    for (const block of blocks) {
      if (block.kind === "row") {
        waiting = waiting.concat(waiting.length ? [word(own.gap)] : [], [word(block.head)], block.paragraphs[0]);
        for (const paragraph of block.paragraphs.slice(1)) {
          close();
          waiting = paragraph;
        }
        continue;
      }
      close();
      out.push(...between(block, own));
    }
    close();
    return out;
  }

  /** @param {any} data @param {Record<string, any>} values */
  function units(data, values) {
    const blocks = xt.documentLines.blocks(data, values);
    const write = GRIDS.includes(data.layout) ? form : data.layout === "roster" ? roster : letter;
    return write(blocks, data.own);
  }

  xt.documentSheet = { units };
})();
