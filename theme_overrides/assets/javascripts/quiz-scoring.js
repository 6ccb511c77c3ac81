// @ts-check
/** `xt.scoring`: whether an answer is right. An answer is a list: positions for choices, ordering and matching; the text typed for fill-in; the points met for a short answer. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const DIGITS = "零一二三四五六七八九";
  const NUMERAL = /[零〇一二两三四五六七八九十百]+/g;

  /** A Chinese numeral up to 999 as digits. @param {string} text */
  function digits(text) {
    const plain = text.replace(/〇/g, "零").replace(/两/g, "二");
    if (!/[十百]/.test(plain)) return Array.from(plain, (c) => DIGITS.indexOf(c)).join("");
    const parts = /^(?:(.)?(百))?零?(?:(.)?(十))?(.)?$/.exec(plain);
    if (!parts) return text;
    const value = (digit, unit, size) => (unit ? (digit ? DIGITS.indexOf(digit) : 1) * size : 0);
    return String(value(parts[1], parts[2], 100) + value(parts[3], parts[4], 10) + value(parts[5], parts[5], 1));
  }

  /**
   * Text as it is compared: full width as half, no spaces and punctuation, numerals as digits, fractions and years in
   * one form (三分之二 = 2/3, 百分之八十 = 80%, 一年 = 12个月, 210x297mm = 210毫米×297毫米).
   * @param {string} text
   */
  function normalise(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s，。、；：！？,;:!?'"“”‘’《》〈〉「」()·]/g, "")
      .replace(NUMERAL, digits)
      .replace(/[—–―~]+(?=\d)/g, "-")
      .replace(/mm/g, "毫米")
      .replace(/(\d)(?:毫米)?[x*×✕✖](?=\d)/g, "$1×")
      .replace(/100分之(\d+)/g, "$1%")
      .replace(/(\d+)分之(\d+)/g, "$2/$1")
      .replace(/(\d)个/g, "$1")
      .replace(/^(\d{1,2})年$/, (_, years) => Number(years) * 12 + "月");
  }

  const same = (one, other) => one.length === other.length && one.every((value, i) => value === other[i]);
  const sorted = (values) => values.slice().sort((a, b) => a - b);

  /** Whether something was answered. @param {any[]} answer */
  function answered(answer) {
    return Boolean(answer) && answer.length > 0 && answer.every((value) => value !== null && value !== "" && value !== -1);
  }

  /**
   * The mark of an answer, as xt.plan counts it.
   * @param {{type: string, right: number[], key: string[]}} question
   * @param {any[]} answer
   */
  function score(question, answer) {
    const { WRONG, UNSURE, RIGHT } = xt.plan;
    if (question.type === "short-answer") {
      const met = answer.filter((value) => value === true).length;
      return met === question.key.length ? RIGHT : met * 2 >= question.key.length && met ? UNSURE : WRONG;
    }
    if (!answered(answer)) return WRONG;
    if (question.type === "fill-in") return question.key.some((key) => normalise(key) === normalise(String(answer[0]))) ? RIGHT : WRONG;
    if (question.type === "ordering" || question.type === "matching") {
      const texts = (positions) => positions.map((i) => question.parts[i].text);
      return same(texts(answer), texts(question.right)) ? RIGHT : WRONG;
    }
    return same(sorted(answer), sorted(question.right)) ? RIGHT : WRONG;
  }

  xt.scoring = { normalise, answered, score };
})();
