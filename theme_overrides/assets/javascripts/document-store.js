// @ts-check
/**
 * `xt.documentStore`: what was typed into a paper, kept in this browser only where the person asks for it; the only script
 * that touches localStorage for papers. A record of a newer version is left alone.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const VERSION = 1;

  /** @param {string} paper */
  const keyOf = (paper) => "xt-document-" + paper;

  /** Values kept for a paper; null where there are none or storage is refused. @param {string} paper */
  function load(paper) {
    try {
      const record = JSON.parse(localStorage.getItem(keyOf(paper)) || "null");
      return record && record.v === VERSION && typeof record.values === "object" ? record.values : null;
    } catch (refused) {
      return null;
    }
  }

  /** Whether the values could be kept. @param {string} paper @param {Record<string, any>} values */
  function save(paper, values) {
    try {
      localStorage.setItem(keyOf(paper), JSON.stringify({ v: VERSION, values }));
      return true;
    } catch (refused) {
      return false;
    }
  }

  /** Forget a paper. @param {string} paper */
  function clear(paper) {
    try {
      localStorage.removeItem(keyOf(paper));
    } catch (refused) {
      // Nothing was kept.
    }
  }

  xt.documentStore = { keyOf, load, save, clear };
})();
