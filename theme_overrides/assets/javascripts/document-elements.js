// @ts-check
/**
 * `xt.documentElements`: what a record must hold. `state` tells of an element: "has", "lacks", "own" (only a person can
 * see) or "" (not asked for here); `show` writes it beside each line of the page.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const V = xt.documentValues;
  const SIGNS = { has: "✓", lacks: "○", own: "·" };

  function filled(operand, values) {
    const value = values[operand[0]];
    if (!operand[1] || !Array.isArray(value)) return V.filled(value);
    const rows = V.rowsIn(value);
    return rows.length > 0 && rows.every((cells) => (cells[operand[3]] || "").trim());
  }

  /** @param {any} element @param {any} data @param {Record<string, any>} values */
  function state(element, data, values) {
    if (!xt.documentChecks.applies(element.only, values)) return "";
    if (!element.fields.length && !element.checks.length) return "own";
    const kept = (id) => xt.documentChecks.run(data.checks.find((check) => check.id === id), data, values).length === 0;
    return element.fields.every((one) => filled(one, values)) && element.checks.every(kept) ? "has" : "lacks";
  }

  /** @param {Element} list @param {any} data @param {Record<string, any>} values */
  function show(list, data, values) {
    const counts = { has: 0, lacks: 0, own: 0 };
    Array.from(list.querySelectorAll("[data-element]")).forEach((line, i) => {
      const found = state(data.elements[i], data, values);
      line.hidden = !found;
      if (!found) return;
      counts[found] += 1;
      const sign = line.querySelector("[data-state]");
      sign.className = "xt-element xt-element--" + found;
      xt.fill(sign, xt.el("span", { "aria-hidden": "true" }, SIGNS[found]), data.words[found]);
    });
    return counts;
  }

  xt.documentElements = { state, show };
})();
