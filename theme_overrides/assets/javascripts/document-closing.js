// @ts-check
/**
 * `xt.documentClosing`: where signature and date stand, the same as generator/render/office/closing.py and values.py.
 * Widths are in characters of running text.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const SEALED = 4;
  const UNSEALED = 2;
  /** Chinese letters; punctuation sets no gap beside Latin. */
  const HAN = /[\u3005-\u3007\u3021-\u3029\u3041-\u3096\u30a1-\u30fa\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
  const LATIN = /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff]/;

  function gap(one, other) {
    return (HAN.test(one) && LATIN.test(other)) || (LATIN.test(one) && HAN.test(other));
  }

  /** @param {string} text */
  function width(text) {
    const signs = Array.from(text);
    return signs.reduce((sum, sign, i) => sum + (sign < "\u0300" ? 0.5 : 1) + (i && gap(signs[i - 1], sign) ? 0.25 : 0), 0);
  }

  /** Right indents of signature and date. @param {string} layout @param {string} signature @param {string} date */
  function indents(layout, signature, date) {
    const [wide, day] = [width(signature), width(date)];
    if (layout === "official") {
      const right = SEALED + (day - wide) / 2;
      return right >= 0 ? [right, SEALED] : [0, Math.max(0, (wide - day) / 2)];
    }
    const right = wide - day;
    if (right >= UNSEALED) return [UNSEALED, right];
    return [Math.max(UNSEALED, 2 * UNSEALED + day - wide), UNSEALED];
  }

  xt.documentClosing = { width, indents };
})();
