// @ts-check
/**
 * `xt.documentDocx`: a filled Word file made of the template that the generator wrote (documents/files/…-form.js). Only
 * word/document.xml changes: `{{field}}`, `{{list.1}}` and so on get values, rows and paragraphs are repeated.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const V = xt.documentValues;
  const TAG = /\{\{([a-z0-9-]+)(?:\.(\d+|#|lead))?\}\}/g;
  const ROW = /<w:tr(?:\s[^>]*)?>[\s\S]*?<\/w:tr>/g;
  const PARAGRAPH = /<w:p(?:\s[^>]*[^/>])?>[\s\S]*?<\/w:p>/g;
  const OUTSIDE = /(<w:tbl>[\s\S]*?<\/w:tbl>)/;
  const TWIPS = 315;
  const EPOCH = new Date(1980, 0, 1);
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

  /** Text as the inside of `<w:t>`. @param {string} text */
  function typed(text) {
    return escaped(text).split("\t").join('</w:t><w:tab/><w:t xml:space="preserve">');
  }

  function tags(xml) {
    const found = [];
    xml.replace(TAG, (_, field, part) => found.push({ field, part: part || "" }));
    return found;
  }

  /** Text of a tag: a field's value, or a cell of a row. */
  function value(paper, tag, row) {
    if (!tag.part) return V.clean(String(paper.values[tag.field] || "")) || (paper.optional.includes(tag.field) ? "" : xt.documentLines.EMPTY);
    const rows = paper.rows[tag.field] || [[]];
    if (tag.part === "#") return String(row + 1);
    if (tag.part === "lead") return rows.length === 1 ? paper.lead : (row ? "\t" : paper.lead + "\t") + (row + 1) + ".\t";
    return V.clean((rows[row] || [])[Number(tag.part) - 1] || "");
  }

  /** A run with a value of several lines: the rest of it goes on in paragraphs of the same kind. */
  function broken(text, paragraph, run) {
    const p = (/^<w:p(?:\s[^>]*)?>(<w:pPr>[\s\S]*?<\/w:pPr>)/.exec(paragraph) || ["", ""])[1];
    const r = (/^<w:r(?:\s[^>]*)?>(<w:rPr>[\s\S]*?<\/w:rPr>)/.exec(run) || ["", ""])[1];
    const next = "</w:t></w:r></w:p><w:p>" + p + "<w:r>" + r + '<w:t xml:space="preserve">';
    return text.split("\n").map(typed).join(next);
  }

  /** One paragraph with its values. */
  function paragraph(paper, xml, row) {
    return xml.replace(/<w:r(?:\s[^>]*)?>[\s\S]*?<\/w:r>/g, (run, at) =>
      run.replace(TAG, (whole, field, part, place) => {
        const text = value(paper, { field, part: part || "" }, row);
        const rest = xml.slice(at + place + whole.length).replace(/<[^>]+>/g, "");
        const joined = /^[。；，]/.test(rest) ? text.replace(/[。．.；;]$/, "") : text;
        return broken(joined, xml, run);
      })
    );
  }

  const isList = (tag) => tag.part !== "";

  function repeated(paper, xml) {
    const list = tags(xml).find(isList);
    if (!list) return xml.replace(PARAGRAPH, (one) => paragraph(paper, one, 0));
    const rows = paper.rows[list.field] || [[]];
    return rows.map((_, i) => xml.replace(PARAGRAPH, (one) => paragraph(paper, one, i))).join("");
  }

  /** A paragraph outside tables: left out where all it could say is optional and empty. */
  function free(paper, xml) {
    const found = tags(xml);
    const optional = (tag) => paper.optional.includes(tag.field) && !V.filled(paper.values[tag.field]);
    return found.length && found.every(optional) ? "" : repeated(paper, xml);
  }

  /** word/document.xml with the values in it. @param {string} xml @param {any} data @param {Record<string, any>} values */
  function filled(xml, data, values) {
    const named = data.lines.find((line) => line.kind === "attachments");
    const paper = { values, optional: data.optional, rows: {}, lead: named ? named.head[0] : "" };
    for (const field of data.fields) {
      if (field.type === "list" && values[field.id]) paper.rows[field.id] = V.printed(values[field.id]);
    }
    const parts = xml.split(OUTSIDE).map((part) => {
      if (part.startsWith("<w:tbl>")) return part.replace(ROW, (row) => repeated(paper, row));
      return part.replace(PARAGRAPH, (one) => free(paper, one));
    });
    return closed(parts.join(""), data, values);
  }

  /** Right indents of signature and date. */
  function closed(xml, data, values) {
    if (!xml.includes("{{@")) return xml;
    const [signature, date] = xt.documentPaper.indents(data, xt.documentLines.blocks(data, values));
    const twips = (indent) => String(Math.floor(indent * TWIPS));
    return xml.split("{{@signature}}").join(twips(signature)).split("{{@date}}").join(twips(date));
  }

  function bytes(base64) {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  }

  /** A script run once. @param {string} address @returns {Promise<void>} */
  function load(address) {
    return new Promise((done, failed) => {
      if (document.querySelector('script[src="' + address + '"]')) return done();
      const script = xt.el("script", { src: address, load: () => done(), error: () => (script.remove(), failed(new Error(address))) });
      return document.head.append(script);
    });
  }

  /** The template with its text changed. @param {string} template base64 @param {(xml: string) => string} change @returns {Uint8Array} */
  function rewritten(template, change) {
    const { unzipSync, zipSync, strToU8, strFromU8 } = window.fflate;
    const entries = unzipSync(bytes(template));
    const name = "word/document.xml";
    entries[name] = strToU8(change(strFromU8(entries[name])));
    return zipSync(entries, { mtime: EPOCH, level: 9 });
  }

  /** The Word file. @param {string} template base64 @param {any} data @param {Record<string, any>} values @returns {Uint8Array} */
  function make(template, data, values) {
    return rewritten(template, (xml) => filled(xml, data, values));
  }

  xt.documentDocx = { filled, make, load, rewritten };
})();
