// @ts-check
/**
 * `<filter-list data-for="id">` around a hidden form: shows the form and filters the entries of the list or table with
 * that id. A `<select name="chapter">` keeps entries whose `data-chapter` equals its value; the text field keeps those
 * whose text holds every word. Entries are the elements that carry a data attribute named like one of the selects.
 */
(function () {
  "use strict";

  /** Lower case, without white space at the ends. @param {string} text */
  function plain(text) {
    return text.trim().toLowerCase();
  }

  /**
   * Whether an entry stays in view.
   * @param {{values: Record<string, string|undefined>, text: string}} entry
   * @param {{values: Record<string, string>, words: string[]}} wanted
   */
  function matches(entry, wanted) {
    for (const name of Object.keys(wanted.values)) {
      const value = wanted.values[name];
      if (value && !(entry.values[name] || "").split(" ").includes(value)) return false;
    }
    return wanted.words.every((word) => entry.text.includes(word));
  }

  class FilterList extends HTMLElement {
    connectedCallback() {
      const signal = (this.controller = new AbortController()).signal;
      this.form = this.querySelector("form");
      this.list = document.getElementById(this.getAttribute("data-for") || "");
      if (!this.form || !this.list) return;
      this.selects = Array.from(this.form.querySelectorAll("select[name]"));
      this.field = this.form.querySelector("input");
      this.entries = this.collect();
      this.form.hidden = false;
      this.form.addEventListener("input", () => this.update(), { signal });
      this.form.addEventListener("change", () => this.update(), { signal });
      this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
      // A page restored by 「后退」 gets its form values back only after this moment.
      window.addEventListener("pageshow", () => this.update(), { signal });
      this.update();
    }

    disconnectedCallback() {
      this.controller.abort();
    }

    /** The entries with their values and text, in order. */
    collect() {
      const names = this.selects.map((select) => select.name);
      const found = names.length ? this.list.querySelectorAll(names.map((name) => "[data-" + name + "]").join(",")) : this.list.children;
      return Array.from(found).map((node) => ({ node, values: node.dataset, text: plain(node.textContent) }));
    }

    /** What the form asks for now. */
    wanted() {
      const values = {};
      for (const select of this.selects) values[select.name] = select.value;
      return { values, words: this.field ? plain(this.field.value).split(/\s+/).filter(Boolean) : [] };
    }

    update() {
      const wanted = this.wanted();
      let shown = 0;
      for (const entry of this.entries) {
        entry.node.hidden = !matches(entry, wanted);
        if (!entry.node.hidden) shown += 1;
      }
      for (const group of this.list.querySelectorAll(".xt-group")) {
        group.hidden = this.entries.every((entry) => !group.contains(entry.node) || entry.node.hidden);
      }
      this.report(shown);
    }

    /** @param {number} shown */
    report(shown) {
      const status = this.querySelector("[role='status']");
      const text = (shown ? this.getAttribute("data-count") : this.getAttribute("data-empty")) || "";
      if (status) status.textContent = text.replace("{n}", String(shown));
    }
  }

  if (window.customElements && !customElements.get("filter-list")) customElements.define("filter-list", FilterList);
})();
