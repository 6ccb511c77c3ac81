// @ts-check
/** `xt.searchRecent`: what was searched for on this device, newest first. The only file of search that touches storage. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const KEY = "xt-search";
  const VERSION = 1;
  const MOST = 6;

  /** @returns {string[]} */
  function list() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) || "null");
      const right = stored && stored.version === VERSION && Array.isArray(stored.recent);
      return right ? stored.recent.filter((word) => typeof word === "string").slice(0, MOST) : [];
    } catch (unreadable) {
      return [];
    }
  }

  /** @param {string[]} recent */
  function keep(recent) {
    try {
      if (recent.length) localStorage.setItem(KEY, JSON.stringify({ version: VERSION, recent }));
      else localStorage.removeItem(KEY);
    } catch (refused) {
      // Then nothing is remembered.
    }
  }

  xt.searchRecent = {
    list,
    /** @param {string} query */
    add(query) {
      const word = query.trim();
      if (word) keep([word].concat(list().filter((other) => other !== word)).slice(0, MOST));
    },
    clear: () => keep([]),
  };
})();
