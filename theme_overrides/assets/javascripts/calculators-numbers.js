// @ts-check
/**
 * `xt.numbers`: exact reckoning with the rules' figures, the same as generator/derive/calculators/figures.py. A figure is
 * `{rule, value: [n, d], upper: [n, d], bound, share, yearly}`; no number of a rule is written in any script.
 */
(function () {
  "use strict";

  const STRICT = ["more-than", "less-than"];
  const UPPER_ONLY = ["at-most", "less-than"];

  /** Whole part of a / b for whole numbers, b above 0. @param {number} a @param {number} b */
  function quotient(a, b) {
    return (a - (a % b)) / b;
  }

  /** The smallest whole number that satisfies a share of a base. @param {any} share @param {number} base */
  function least(share, base) {
    const part = share.value[0] * base;
    if (STRICT.includes(share.bound)) return quotient(part, share.value[1]) + 1;
    return quotient(part + share.value[1] - 1, share.value[1]);
  }

  /** Whether a number keeps a limit. @param {any} limit @param {number} number */
  function holds(limit, number) {
    const strict = STRICT.includes(limit.bound);
    const gap = number * limit.value[1] - limit.value[0];
    if (UPPER_ONLY.includes(limit.bound)) return strict ? gap < 0 : gap <= 0;
    return strict ? gap > 0 : gap >= 0;
  }

  /** n / d with at most some places, the last rounded half up, without needless noughts. */
  function decimal(n, d, places = 2) {
    const scale = 10 ** places;
    const units = quotient(n * scale * 2 + d, d * 2);
    const rest = units % scale;
    const whole = String((units - rest) / scale);
    return rest ? (whole + "." + String(rest).padStart(places, "0")).replace(/0+$/, "") : whole;
  }

  /** A template with `{name}` replaced by values. @param {string} template @param {Record<string, any>} values */
  function put(template, values) {
    for (const name of Object.keys(values)) template = template.split("{" + name + "}").join(String(values[name]));
    return template;
  }

  /** A span of time in months. @param {any} span */
  function months(span) {
    const n = span.value[0] * (span.yearly ? 12 : 1);
    return quotient(n + span.value[1] - 1, span.value[1]);
  }

  const xt = (window.xt = window.xt || {});
  xt.numbers = { quotient, least, holds, decimal, put, months };
})();
