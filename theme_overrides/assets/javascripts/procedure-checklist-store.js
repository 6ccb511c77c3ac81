// @ts-check
/**
 * `xt.checklistStore`: checklists in this browser, one key a procedure; the only script that touches localStorage for
 * them. A record of a newer version is left alone. Steps that are no longer in the procedure stay in the record.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const VERSION = 1;

  /** @param {string} procedure */
  const keyOf = (procedure) => "xt-checklist-" + procedure;

  /** Whether a value has the shape of a record. @param {any} value */
  function isRecord(value) {
    return Boolean(value) && value.v === VERSION && typeof value.steps === "object" && value.steps !== null;
  }

  /**
   * The stored record, an empty one, or null where storage is refused or holds what this version cannot read.
   * @param {string} procedure
   */
  function load(procedure) {
    try {
      const text = localStorage.getItem(keyOf(procedure));
      if (text === null) return { v: VERSION, name: "", steps: {} };
      const record = JSON.parse(text);
      return isRecord(record) ? record : null;
    } catch (refused) {
      return null;
    }
  }

  /** Whether the record could be kept. @param {string} procedure @param {{name: string, steps: object}} list */
  function save(procedure, list) {
    const old = load(procedure);
    if (old === null) return false;
    try {
      const steps = Object.assign({}, old.steps, list.steps);
      localStorage.setItem(keyOf(procedure), JSON.stringify({ v: VERSION, name: list.name, steps }));
      return true;
    } catch (refused) {
      return false;
    }
  }

  /** Forget everything about a procedure. @param {string} procedure */
  function clear(procedure) {
    try {
      localStorage.removeItem(keyOf(procedure));
    } catch (refused) {
      // Nothing was kept.
    }
  }

  xt.checklistStore = { keyOf, load, save, clear };
})();
