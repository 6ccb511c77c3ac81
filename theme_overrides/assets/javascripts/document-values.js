// @ts-check
/**
 * `xt.documentValues`: what is typed into a paper, read as days, numbers, names and rows. Values are
 * `{field: text | rows of cells}`, days written as the paper writes them: 2026年8月20日.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const DAY = /(\d{4})\s*[年\-\/.]\s*(\d{1,2})\s*[月\-\/.]\s*(\d{1,2})|(\d{1,2})月(\d{1,2})日/;
  const NOTHING = ["无", "没有", "不适用", "—", "－", "-", "/"];

  /** A text as files can hold it: line ends as \n, control characters as their pictures. @param {string} text */
  function clean(text) {
    return text
      .replace(/\r\n?/g, "\n")
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff\ufffe\uffff]/g, (sign) => (sign.length === 2 ? sign : "\ufffd"))
      .trim();
  }

  /** 2026-08-20 → 2026年8月20日. @param {string} day */
  function written(day) {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
    return found ? Number(found[1]) + "年" + Number(found[2]) + "月" + Number(found[3]) + "日" : "";
  }

  function made(year, month, date) {
    const text = year + "-" + String(month).padStart(2, "0") + "-" + String(date).padStart(2, "0");
    return xt.dates.valid(text) ? text : "";
  }

  /** The days a text names, as 2026-08-20; 「7月20日」 after a day of 2026 is one of 2026. @param {string} text */
  function days(text) {
    const found = [];
    let year = "";
    for (const one of text.match(new RegExp(DAY, "g")) || []) {
      const parts = DAY.exec(one);
      year = parts[1] || year;
      const day = year && made(year, parts[2] || parts[4], parts[3] || parts[5]);
      if (day) found.push(day);
    }
    return found;
  }

  /** The first day a text names; empty where it names none that exists. @param {string} text */
  function day(text) {
    return days(text)[0] || "";
  }

  /** The first of the month where a text names a month and no day. @param {string} text */
  function month(text) {
    const found = days(text).length ? null : /(\d{4})年(\d{1,2})月(?!\d)/.exec(text);
    return found ? made(found[1], found[2], 1) : "";
  }

  /** What looks like a day but is none, or writes a month or day with a nought before it. @param {string} text */
  function oddDay(text) {
    for (const found of text.match(/\d{4}年\d{1,2}月\d{1,2}日/g) || []) {
      if (!day(found)) return { text: found, real: false };
      if (/[年月]0/.test(found)) return { text: found, real: true, right: written(day(found)) };
    }
    return null;
  }

  /** A number of at most two places in hundredths, so that sums are exact; null where it is none. @param {string} text */
  function hundredths(text) {
    const plain = text.trim().replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
    const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
    return found ? Number(found[1]) * 100 + Number((found[2] || "").padEnd(2, "0")) : null;
  }

  /** Names in a text, without what stands in brackets. @param {string} text */
  function names(text) {
    const plain = text.replace(/（[^（）]*）|\([^()]*\)/g, "");
    return plain.split(/[、，,；;\s]+/).filter((name) => name && !NOTHING.includes(name));
  }

  /** Rows in which anything is written. @param {string[][]} rows */
  function rowsIn(rows) {
    return rows.filter((cells) => cells.some((cell) => cell.trim()));
  }

  /** Rows in which something is told: not those that only say that there is nothing. @param {string[][]} rows */
  function telling(rows) {
    return rowsIn(rows).filter((cells) => !nothing(cells.find((cell) => cell.trim())));
  }

  /** Rows as they are printed: those in which anything is written, or all of an empty list. @param {string[][]} rows */
  function printed(rows) {
    const found = rowsIn(rows);
    return found.length ? found : rows.length ? rows : [[]];
  }

  /** Whether anything was written. @param {string|string[][]|undefined} value */
  function filled(value) {
    return Array.isArray(value) ? rowsIn(value).length > 0 : Boolean(value && value.trim());
  }

  /** Whether a text says that there is nothing. @param {string} text */
  function nothing(text) {
    return NOTHING.includes(text.trim()) || text.trim().startsWith("不适用");
  }

  /** An example, as content/documents writes it, as a value. @param {{type: string, example: string}} field */
  function example(field) {
    const text = field.example || "";
    return field.type === "list" ? text.split("\n").map((row) => row.split("|").map((cell) => cell.trim())) : text;
  }

  /** Every text of a value. @param {string|string[][]|undefined} value */
  function texts(value) {
    return Array.isArray(value) ? value.reduce((all, row) => all.concat(row), []) : [value || ""];
  }

  xt.documentValues = { clean, written, days, day, month, oddDay, hundredths, names, rowsIn, telling, printed, filled, nothing, example, texts };
})();
