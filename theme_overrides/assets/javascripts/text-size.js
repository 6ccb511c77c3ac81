// @ts-check
/** `<text-size>`: a button that opens three sizes of type; the choice sets the root font size and is kept if storage allows. */
(function () {
  "use strict";

  const KEY = "xt-text-size";
  const SIZES = ["1", "2", "3"];

  /** The stored size, or the standard one. @returns {string} */
  function stored() {
    try {
      const size = localStorage.getItem(KEY);
      return size && SIZES.includes(size) ? size : "1";
    } catch (refused) {
      return "1";
    }
  }

  /** @param {string} size */
  function keep(size) {
    try {
      localStorage.setItem(KEY, size);
    } catch (refused) {
      // The size then holds for this page only.
    }
  }

  class TextSize extends HTMLElement {
    connectedCallback() {
      const signal = (this.controller = new AbortController()).signal;
      this.button = this.querySelector("button[aria-controls]");
      this.menu = this.querySelector("[role='group']");
      if (!this.button || !this.menu) return;
      this.addEventListener("click", (event) => this.onClick(event), { signal });
      this.addEventListener("keydown", (event) => this.onKey(event), { signal });
      this.addEventListener("focusout", (event) => this.onFocusOut(event), { signal });
      document.addEventListener("click", (event) => this.onOutside(event), { signal });
      this.apply(stored());
    }

    disconnectedCallback() {
      this.controller.abort();
    }

    /** @param {boolean} open */
    toggle(open) {
      this.menu.hidden = !open;
      this.button.setAttribute("aria-expanded", String(open));
    }

    /** @param {string} size */
    apply(size) {
      const root = document.documentElement;
      if (size === "1") root.removeAttribute("data-xt-size");
      else root.setAttribute("data-xt-size", size);
      for (const choice of this.menu.querySelectorAll("[data-size]")) {
        choice.setAttribute("aria-pressed", String(choice.getAttribute("data-size") === size));
      }
    }

    /** @param {MouseEvent} event */
    onClick(event) {
      const target = /** @type {Element} */ (event.target);
      const choice = target.closest("[data-size]");
      if (choice) {
        const size = choice.getAttribute("data-size");
        this.apply(size);
        keep(size);
      } else if (this.button.contains(target)) {
        this.toggle(this.menu.hidden);
      }
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      if (event.key !== "Escape" || this.menu.hidden) return;
      this.toggle(false);
      this.button.focus();
    }

    /** @param {FocusEvent} event */
    onFocusOut(event) {
      const next = /** @type {Node|null} */ (event.relatedTarget);
      if (next && !this.contains(next)) this.toggle(false);
    }

    /** @param {MouseEvent} event */
    onOutside(event) {
      if (!this.contains(/** @type {Node} */ (event.target))) this.toggle(false);
    }
  }

  if (window.customElements && !customElements.get("text-size")) customElements.define("text-size", TextSize);
})();
