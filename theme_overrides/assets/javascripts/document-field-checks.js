// @ts-check
/**
 * `xt.documentFieldChecks`: what a field's own type asks for, and what must not stand in a paper at all. `look` finds
 * everything wrong in a paper: `{missing: [{at, row, text}], wrong: [{at, row, text}]}`.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { put } = xt.numbers;
  const V = xt.documentValues;
  const IDENTITY = /(^|[^\dXx])\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/;
  const PHONE = /(^|\D)1[3-9]\d[\s\-]?\d{4}[\s\-]?\d{4}(?!\d)/;

  /** What is wrong with a text that is not empty. @param {any} field @param {string} text @param {any} data */
  function wrongIn(field, text, data) {
    const { words } = data;
    if (IDENTITY.test(text)) return words.identity;
    if (data.posted && PHONE.test(text)) return words.phone;
    if (field.type === "number" && !/^\d+$/.test(text.trim())) return put(words.number, { label: field.label });
    if (field.type === "date") return V.day(text) ? "" : words.date;
    if (field.type === "choice") return field.options.includes(text) ? "" : words.choice;
    const odd = V.oddDay(text);
    if (!odd) return "";
    return odd.real ? put(words.noughts, { text: odd.text, right: odd.right }) : put(words.noDay, { text: odd.text });
  }

  function ofList(field, rows, data) {
    const found = [];
    rows.forEach((cells, row) => {
      for (const cell of cells) {
        const text = cell.trim() && wrongIn({ type: "text" }, cell, data);
        if (text) found.push({ at: field.id, row, text });
      }
    });
    return found;
  }

  /** @param {any} field @param {any} value @param {any} data */
  function ofField(field, value, data) {
    if (Array.isArray(value)) return ofList(field, value, data);
    const text = V.filled(value) ? wrongIn(field, value, data) : "";
    return text ? [{ at: field.id, row: -1, text }] : [];
  }

  /**
   * @param {any} data @param {Record<string, any>} values
   * @param {Record<string, string>=} broken fields that the browser could not read, with what is wrong
   */
  function look(data, values, broken) {
    const missing = [];
    const wrong = Object.keys(broken || {}).map((at) => ({ at, row: -1, text: broken[at] }));
    for (const field of data.fields) {
      if (broken && broken[field.id]) continue;
      const byHand = field.type === "list" && field.hand.length === field.options.length;
      if (field.required && !byHand && !V.filled(values[field.id])) missing.push({ at: field.id, row: -1, text: data.words.missing });
      wrong.push(...ofField(field, values[field.id], data));
    }
    for (const check of data.checks) {
      const found = xt.documentChecks.run(check, data, values);
      (check.check === "filled" ? missing : wrong).push(...found);
    }
    return { missing, wrong };
  }

  xt.documentFieldChecks = { look, ofField };
})();
