// @ts-check
/**
 * `<site-search>`: the search of the header. Committed text searches, whatever input method it came from; half-typed pinyin
 * does not. `/` and Ctrl-K open it, the arrow keys go through the results, Enter opens the first, Escape closes.
 */
(function () {
  "use strict";

  const xt = window.xt;
  const PAGE = 30;

  /** Whether keys typed here belong to the element itself. @param {EventTarget|null} target */
  function takesText(target) {
    return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  }

  class SiteSearch extends HTMLElement {
    connectedCallback() {
      const signal = (this.controller = new AbortController()).signal;
      this.field = this.querySelector("input");
      this.toggle = /** @type {HTMLInputElement|null} */ (document.getElementById("__search"));
      if (!this.field || !this.toggle) return;
      this.client = xt.searchClient(this);
      this.list = xt.searchList(this);
      this.kind = "";
      this.limit = PAGE;
      this.turn = 0;
      this.opening = false;
      this.field.addEventListener("input", (event) => this.onInput(event), { signal });
      this.field.addEventListener("compositionend", () => this.renew(), { signal });
      this.field.addEventListener("focus", () => this.open(), { signal });
      this.field.form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
      this.field.form.addEventListener("reset", () => setTimeout(() => this.onReset(), 0), { signal });
      this.toggle.addEventListener("change", () => this.onToggle(), { signal });
      this.addEventListener("click", (event) => this.onClick(event), { signal });
      this.addEventListener("keydown", (event) => this.onKey(event), { signal });
      this.addEventListener("focusout", (event) => this.onFocusOut(event), { signal });
      document.addEventListener("keydown", (event) => this.onShortcut(event), { signal });
      this.catchUp();
    }

    disconnectedCallback() {
      this.controller.abort();
    }

    /** Answers what was pressed or typed before this script was read. */
    catchUp() {
      if (this.toggle.checked) this.onToggle();
      else if (document.activeElement === this.field) this.open();
    }

    open() {
      if (!this.toggle.checked) this.toggle.click();
      else this.renew();
    }

    close() {
      if (this.toggle.checked) this.toggle.click();
      this.field.blur();
      const opener = /** @type {HTMLElement|null} */ (document.querySelector(".xt-hb--search"));
      if (opener && opener.offsetWidth) opener.focus();
    }

    onToggle() {
      if (!this.toggle.checked) return;
      if (document.activeElement !== this.field) this.field.focus();
      this.renew();
      this.client.ready().catch(() => this.list.tell(this.dataset.failed));
    }

    onReset() {
      this.field.focus();
      this.renew();
    }

    /** @param {Event} event */
    onInput(event) {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.renew();
    }

    /** A new query, of all kinds. */
    renew() {
      this.kind = "";
      this.limit = PAGE;
      this.update();
    }

    /** Asks for what the field holds and shows the answer, unless a later one has been asked for. */
    async update() {
      this.turn += 1;
      const turn = this.turn;
      this.first = null;
      const query = this.field.value.trim();
      if (!query) {
        this.list.rest(xt.searchRecent.list());
        return;
      }
      try {
        const waiting = setTimeout(() => this.list.tell(this.dataset.waiting), 300);
        const labels = await this.client.ready();
        clearTimeout(waiting);
        if (turn !== this.turn) return;
        const found = await this.client.ask(query, { kind: this.kind, limit: this.limit });
        if (turn !== this.turn) return;
        this.list.show(found, this.kind, labels);
        this.first = this.querySelector(".md-search-result__link");
        if (this.opening) this.follow();
      } catch (failed) {
        this.list.tell(this.dataset.failed);
      }
    }

    /** Opens the first result, now or when it is there. */
    follow() {
      this.opening = !this.first;
      if (this.first) this.first.click();
    }

    /** @param {Event} event */
    onSubmit(event) {
      event.preventDefault();
      if (this.field.value.trim()) this.follow();
    }

    /** @param {MouseEvent} event */
    onClick(event) {
      const target = /** @type {Element} */ (event.target);
      const kind = /** @type {HTMLElement|null} */ (target.closest(".xt-kind"));
      if (target.closest(".md-search-result__link")) {
        xt.searchRecent.add(this.field.value);
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.close();
      } else if (kind) {
        this.kind = kind.dataset.kind;
        this.limit = PAGE;
        this.update();
      } else if (target.closest(".xt-search__more")) {
        this.limit += PAGE;
        this.update();
      } else if (target.closest(".xt-search__wipe")) {
        xt.searchRecent.clear();
        this.list.rest([]);
        this.field.focus();
      }
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      if (event.isComposing) return;
      if (event.key === "Escape") this.close();
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [this.field, ...this.querySelectorAll(".md-search-result__link")];
      const now = stops.indexOf(/** @type {any} */ (document.activeElement));
      if (now < 0) return;
      event.preventDefault();
      const next = now + (event.key === "ArrowDown" ? 1 : -1);
      stops[(next + stops.length) % stops.length].focus();
    }

    /** @param {FocusEvent} event */
    onFocusOut(event) {
      const next = /** @type {Node|null} */ (event.relatedTarget);
      if (next && !this.contains(next) && this.toggle.checked) this.toggle.click();
    }

    /** @param {KeyboardEvent} event */
    onShortcut(event) {
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
      const letter = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
      if (!slash && !letter) return;
      event.preventDefault();
      if (!this.toggle.checked) this.toggle.click();
      this.field.focus();
      this.field.select();
    }
  }

  if (window.customElements && !customElements.get("site-search")) customElements.define("site-search", SiteSearch);
})();
