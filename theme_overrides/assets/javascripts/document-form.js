// @ts-check
/**
 * `<document-form data-with="…">` around a hidden form: shows the form, keeps the paper beside it, says what does not fit,
 * and makes the Word file. Nothing leaves the page; it is kept only where the person asks for it.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { put } = xt.numbers;

  class DocumentForm extends xt.Element {
    connectedCallback() {
      this.data = JSON.parse(this.getAttribute("data-with") || "{}");
      this.form = this.querySelector("form");
      this.sheet = document.getElementById("sheet");
      this.asked = new Set();
      this.all = false;
      this.start();
      this.form.hidden = false;
      document.getElementById("sample").hidden = true;
      this.listen(this.form, "input", () => this.update());
      this.listen(this.form, "change", (event) => this.touch(event));
      this.listen(this.form, "focusout", (event) => this.touch(event));
      this.listen(this.form, "submit", (event) => event.preventDefault());
      this.listen(this.form, "click", (event) => this.act(event));
      this.listen(window, "pageshow", (event) => event.persisted && this.update());
      this.listen(window, "beforeprint", () => this.draw());
      xt.documentInputs.listen(this.form, this.data, (text) => this.update(text));
      this.update();
    }

    start() {
      const kept = xt.documentStore.load(this.data.id);
      xt.documentInputs.write(this.form, this.data, kept || this.data.blank);
      this.keep = this.form.querySelector("[data-keep]");
      this.keep.checked = kept !== null;
      // device.js belongs to every page and runs after the scripts of this one.
      if (xt.device) this.offer();
      else this.listen(document, "DOMContentLoaded", () => this.offer());
    }

    /** The button that saves, or, in browsers that drop files made by scripts, where else to open the page. */
    offer() {
      this.form.querySelector("[data-save]").hidden = !xt.device.saves;
      this.form.querySelector("[data-closed]").hidden = xt.device.saves;
    }

    touch(event) {
      const holder = event.target instanceof Element && event.target.closest("[data-field]");
      if (holder) this.asked.add(holder.getAttribute("data-field"));
      if (event.target === this.keep) this.remember();
      this.update();
    }

    update(text) {
      this.values = xt.documentInputs.read(this.form, this.data);
      const broken = xt.documentInputs.broken(this.form, this.data);
      this.found = xt.documentFieldChecks.look(this.data, this.values, broken);
      xt.documentErrors.show(this.form, this.data, this.found, (id) => this.all || this.asked.has(id));
      const elements = document.getElementById("elements");
      if (elements) this.tell(elements);
      if (this.keep.checked) xt.documentStore.save(this.data.id, this.values);
      if (text) this.say(text);
      this.draw();
    }

    tell(elements) {
      const counts = xt.documentElements.show(elements, this.data, this.values);
      const sum = document.getElementById("elements-sum");
      xt.documentErrors.say(sum, put(this.data.words.elements, { has: counts.has, of: counts.has + counts.lacks, own: counts.own }));
    }

    draw() {
      xt.documentPaper.draw(this.sheet, this.data, this.values, this.found.wrong.map((one) => one.at));
    }

    say(text) {
      xt.documentErrors.say(this.form.querySelector("[data-say]"), text);
    }

    act(event) {
      const button = event.target instanceof Element && event.target.closest("button");
      if (!button) return;
      if (button.hasAttribute("data-save")) this.save();
      if (button.hasAttribute("data-example")) this.take(this.data.example, this.data.words.exampled);
      if (button.hasAttribute("data-empty")) this.take(this.data.blank, this.data.words.emptied);
      if (button.hasAttribute("data-look")) this.look();
      if (button.hasAttribute("data-forget")) this.forget();
    }

    /** Puts other values in; what was typed can be brought back. */
    take(values, text) {
      const old = this.values;
      xt.documentInputs.write(this.form, this.data, values);
      this.asked.clear();
      this.all = false;
      this.update(text);
      const back = xt.button("q", this.data.words.back, () => this.take(old, this.data.words.restored));
      this.form.querySelector("[data-say]").append(back);
    }

    look() {
      this.all = true;
      this.update();
      const first = this.form.querySelector("[aria-invalid]");
      if (first) first.focus();
      else this.say(this.data.words.fine);
    }

    remember() {
      if (!this.keep.checked) return this.forget();
      const kept = xt.documentStore.save(this.data.id, this.values);
      if (!kept) this.keep.checked = false;
      return this.say(kept ? this.data.words.kept : this.data.words.refused);
    }

    forget() {
      xt.documentStore.clear(this.data.id);
      this.keep.checked = false;
      this.say(this.data.words.forgotten);
    }

    save() {
      const { template, archive, file, words } = this.data;
      const { load } = xt.documentDocx;
      this.all = true;
      this.update();
      Promise.all([load(archive), load(template)])
        .then(() => {
          const bytes = xt.documentDocx.make(xt.papers[this.data.id].docx, this.data, this.values);
          const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
          if (xt.save(file, new Blob([bytes], { type }))) this.say(put(words.saved, { file }));
        })
        .catch(() => this.say(words.failed));
    }
  }

  xt.define("document-form", DocumentForm);
})();
