// @ts-check
/**
 * `<blank-out>`: steps whose names are folded away; each opens by itself without script. This adds buttons to uncover the
 * next one, all or none, counts, and says aloud what was uncovered.
 */
(function () {
  "use strict";

  class BlankOut extends HTMLElement {
    connectedCallback() {
      const signal = (this.controller = new AbortController()).signal;
      this.folds = Array.from(this.querySelectorAll("details[data-number]"));
      this.status = this.querySelector("[role='status']");
      this.querySelector("[data-tools]").hidden = false;
      for (const fold of this.folds) fold.addEventListener("toggle", () => this.report(fold), { signal });
      this.addEventListener("click", (event) => this.onClick(event), { signal });
      this.report(null);
    }

    disconnectedCallback() {
      this.controller.abort();
    }

    /** Say how many are uncovered, and which one was just now. @param {HTMLDetailsElement|null} fold */
    report(fold) {
      const open = this.folds.filter((one) => one.open).length;
      const shown = fold && fold.open ? this.getAttribute("data-shown") : "";
      const name = shown ? shown.replace("{i}", fold.dataset.number).replace("{name}", fold.dataset.name) : "";
      const count = open === this.folds.length ? this.getAttribute("data-all") : this.getAttribute("data-count").replace("{n}", String(open));
      this.status.textContent = name + count;
    }

    /** @param {MouseEvent} event */
    onClick(event) {
      const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
      if (!button) return;
      const what = button.getAttribute("data-do");
      if (what === "next") this.next();
      else for (const fold of this.folds) fold.open = what === "all";
    }

    /** Uncover the first covered step and bring it into view; the focus stays on the button. */
    next() {
      const fold = this.folds.find((one) => !one.open);
      if (!fold) return;
      fold.open = true;
      const box = fold.getBoundingClientRect();
      if (box.bottom > window.innerHeight) fold.scrollIntoView({ block: "center" });
    }
  }

  if (window.customElements && !customElements.get("blank-out")) customElements.define("blank-out", BlankOut);
})();
