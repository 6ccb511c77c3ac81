// @ts-check
/**
 * Search, part 1: text as search compares it. Width, case, quotation marks and kinds of numerals make no difference:
 * 「三名」 and 「３ 名」 are both 「3名」, 百分之三十 is 30%, 五分之四 is 4/5.
 */
(function (scope) {
  "use strict";

  const xt = (scope.xtSearch = scope.xtSearch || {});

  const DIGITS = { 零: 0, "〇": 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
  const UNITS = { 十: 10, 百: 100, 千: 1000 };
  const WIDE = /[\uff05\uff0f-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
  const WIDER = 0xfee0;
  const N = "[零〇一二两三四五六七八九十百千]+";
  const SPECIAL = new RegExp("半年|百分之(" + N + ")|(" + N + ")分之(" + N + ")|" + N + "|[《》〈〉“”‘’「」『』\\u200b]| +", "g");

  /** The value of a Chinese numeral; digits in a row are read one by one. @param {string} numeral */
  function value(numeral) {
    let total = 0;
    let digit = "";
    for (const char of numeral) {
      if (char in UNITS) {
        total += (digit === "" ? 1 : Number(digit)) * UNITS[char];
        digit = "";
      } else {
        digit += DIGITS[char];
      }
    }
    return total ? String(total + Number(digit)) : digit;
  }

  /** Whether a blank stands between a numeral and a character, and so means nothing. @param {string} text @param {number} at @param {number} end */
  function idle(text, at, end) {
    const before = text[at - 1] || " ";
    const after = text[end] || " ";
    return (isDigit(before) && isHan(after)) || (isHan(before) && isDigit(after));
  }

  /** What a special run stands for. @param {RegExpExecArray} found @param {string} text */
  function meaning(found, text) {
    const run = found[0];
    if (run === "半年") return "上下1".includes(text[found.index - 1] || " ") ? run : "6个月";
    if (found[1]) return value(found[1]) + "%";
    if (found[2]) return value(found[3]) + "/" + value(found[2]);
    if (run[0] === " ") return idle(text, found.index, found.index + run.length) ? "" : " ";
    if (run in UNITS && run !== "十") return run;
    return run[0] in DIGITS || run[0] in UNITS ? value(run) : "";
  }

  /**
   * The text as search compares it.
   * @param {string} text
   * @param {number[]} [map] filled with the place in `text` of each character of the result
   */
  xt.plain = function (text, map) {
    const source = fold(text);
    let out = "";
    let from = 0;
    SPECIAL.lastIndex = 0;
    for (let found = SPECIAL.exec(source); found; found = SPECIAL.exec(source)) {
      const put = meaning(found, source);
      if (map) note(map, from, found.index, put.length);
      out += source.slice(from, found.index) + put;
      from = found.index + found[0].length;
    }
    if (map) note(map, from, source.length, 0);
    return out + source.slice(from);
  };

  /** Lower case without full-width forms, character for character. @param {string} text */
  function fold(text) {
    return text.replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - WIDER)).toLowerCase();
  }

  /** @param {number[]} map @param {number} from @param {number} to @param {number} more characters that stand for what is at `to` */
  function note(map, from, to, more) {
    for (let i = from; i < to; i += 1) map.push(i);
    for (let i = 0; i < more; i += 1) map.push(to);
  }

  /** @param {string} char */
  function isHan(char) {
    return char >= "\u4e00" && char <= "\u9fff";
  }

  /** @param {string} char */
  function isDigit(char) {
    return char >= "0" && char <= "9";
  }

  xt.isHan = isHan;
  xt.isDigit = isDigit;

  /** Runs of letters, of characters with numerals, in order. @param {string} plain @returns {string[]} */
  xt.runs = function (plain) {
    return plain.match(/[a-z][a-z'’]*|[0-9./%\u4e00-\u9fff]*[0-9%\u4e00-\u9fff]/g) || [];
  };
})(self);
