// @ts-check
/**
 * `<procedure-checklist>`: the list is complete in the page; this keeps ticks, dates and notes in the browser, counts
 * them, and carries them out and in as text or file. Where storage is refused it says so and works on.
 */
(function () {
  "use strict";

  const xt = window.xt;

  class ProcedureChecklist extends HTMLElement {
    connectedCallback() {
      const signal = (this.controller = new AbortController()).signal;
      this.words = JSON.parse(this.getAttribute("data-words") || "{}");
      this.items = Array.from(this.querySelectorAll("[data-step]"));
      this.plan = {
        id: this.getAttribute("data-procedure"),
        title: this.getAttribute("data-title"),
        steps: this.items.map((item) => ({ id: item.dataset.step, number: item.dataset.number, name: item.dataset.name })),
      };
      this.name = this.querySelector("#checklist-name");
      this.text = this.querySelector("textarea");
      this.file = this.querySelector("input[type='file']");
      this.querySelector("[data-carry]").hidden = false;
      this.querySelector("[data-count]").hidden = false;
      const stored = xt.checklistStore.load(this.plan.id);
      this.show(stored || { name: "", steps: {} });
      this.report(stored !== null);
      this.addEventListener("input", (event) => this.onInput(event), { signal });
      this.addEventListener("click", (event) => this.onClick(event), { signal });
      this.file.addEventListener("change", () => this.readFile(), { signal });
      window.addEventListener("storage", (event) => this.onStorage(event), { signal });
    }

    disconnectedCallback() {
      this.controller.abort();
    }

    /** The three fields of one step. @param {Element} item */
    fields(item) {
      const [tick, date, note] = item.querySelectorAll("input");
      return { tick, date, note };
    }

    /** What the page holds now. */
    list() {
      const steps = {};
      for (const item of this.items) {
        const { tick, date, note } = this.fields(item);
        steps[item.dataset.step] = { done: tick.checked, date: date.value, note: note.value };
      }
      return { name: this.name.value, steps };
    }

    /** @param {{name: string, steps: Record<string, any>}} list */
    show(list) {
      this.name.value = list.name || "";
      for (const item of this.items) {
        const kept = list.steps[item.dataset.step] || xt.checklistText.blank();
        const { tick, date, note } = this.fields(item);
        tick.checked = kept.done === true;
        date.value = typeof kept.date === "string" ? kept.date : "";
        note.value = typeof kept.note === "string" ? kept.note : "";
      }
      this.mark();
    }

    /** Count, cross out, and write the text anew. */
    mark() {
      let done = 0;
      for (const item of this.items) {
        const { tick, date } = this.fields(item);
        item.classList.toggle("is-done", tick.checked);
        date.classList.toggle("is-filled", date.value !== "");
        if (tick.checked) done += 1;
      }
      const count = xt.checklistText.fill(this.words.count, { n: done, all: this.items.length });
      const place = this.querySelector("[data-count]");
      if (place.textContent !== count) place.textContent = count;
      this.text.value = xt.checklistText.format(this.list(), this.plan, this.words);
    }

    /** @param {boolean} kept */
    report(kept) {
      this.querySelector("[data-kept]").hidden = !kept;
      this.querySelector("[data-refused]").hidden = kept;
    }

    /** @param {string} words */
    tell(words) {
      this.querySelector("[data-told]").textContent = words;
    }

    keep() {
      this.report(xt.checklistStore.save(this.plan.id, this.list()));
    }

    /** @param {Event} event */
    onInput(event) {
      if (event.target === this.text || event.target === this.file) return;
      this.mark();
      this.keep();
    }

    /** Another tab changed the same list. @param {StorageEvent} event */
    onStorage(event) {
      if (event.key !== xt.checklistStore.keyOf(this.plan.id)) return;
      const stored = xt.checklistStore.load(this.plan.id);
      if (stored) this.show(stored);
    }

    /** @param {MouseEvent} event */
    onClick(event) {
      const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
      if (!button) return;
      const acts = { copy: this.copy, save: this.save, read: this.read, open: () => this.file.click(), clear: this.clear };
      acts[button.getAttribute("data-do")].call(this);
    }

    /** The clipboard is not for pages opened from a folder everywhere; then the text is marked for copying by hand. */
    copy() {
      this.text.focus();
      this.text.select();
      let copied = false;
      try {
        copied = document.execCommand("copy");
      } catch (refused) {
        copied = false;
      }
      this.tell(copied ? this.words.copied : this.words.choose);
    }

    save() {
      if (window.xt.save(this.plan.title + ".txt", this.text.value)) this.tell(this.words.saved);
    }

    read() {
      const found = xt.checklistText.parse(this.text.value, this.plan, this.words);
      if (found.problem) {
        this.tell(xt.checklistText.fill(this.words[found.problem], { title: found.title }));
        return;
      }
      this.show(found);
      this.keep();
      const done = this.items.filter((item) => this.fields(item).tick.checked).length;
      const gone = found.gone ? xt.checklistText.fill(this.words.gone, { n: found.gone }) : "";
      this.tell(xt.checklistText.fill(this.words.read, { n: done }) + gone);
    }

    readFile() {
      const file = this.file.files[0];
      if (!file) return;
      if (file.size > 400000) {
        this.file.value = "";
        this.tell(this.words.long);
        return;
      }
      const reader = new FileReader();
      reader.addEventListener("load", () => {
        this.text.value = String(reader.result).replace(/^\ufeff/, "");
        this.file.value = "";
        this.read();
      });
      reader.readAsText(file);
    }

    clear() {
      if (!window.confirm(this.words.sure)) return;
      xt.checklistStore.clear(this.plan.id);
      this.show({ name: "", steps: {} });
      this.report(xt.checklistStore.load(this.plan.id) !== null);
      this.tell(this.words.cleared);
    }
  }

  if (window.customElements && !customElements.get("procedure-checklist")) customElements.define("procedure-checklist", ProcedureChecklist);
})();
