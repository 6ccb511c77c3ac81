// @ts-check
/**
 * `<year-page data-year="…">` around a hidden form and the tables of a ready-made plan: makes the plan anew for what the
 * form says, tells what is too few, and saves a calendar or Word file. Nothing is stored.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const put = xt.numbers.put;

  class YearPage extends xt.Element {
    connectedCallback() {
      this.data = JSON.parse(this.getAttribute("data-year") || "{}");
      this.form = this.querySelector("form");
      this.form.hidden = false;
      for (const note of this.querySelectorAll(".xt-plain")) note.hidden = true;
      this.listen(this.form, "submit", (event) => {
        event.preventDefault();
        this.update();
        const faults = this.querySelector("[data-findings]");
        xt.focus(faults.textContent ? faults : this.querySelector("[data-title]"));
      });
      this.listen(this.form, "change", () => this.update());
      this.listen(this.form, "reset", () => window.setTimeout(() => this.update()));
      this.listen(window, "pageshow", () => this.update());
      for (const [name, act] of [["[data-calendar]", () => this.save()], ["[data-word]", () => this.saveWord()]]) {
        const button = this.querySelector(name);
        this.listen(button, "click", act);
        button.hidden = false;
      }
      this.update();
    }

    value(name) {
      return this.form.elements.namedItem(name).value;
    }

    /** A number typed in; nothing or nonsense counts as nothing said. @param {string} name @param {number} most */
    number(name, most) {
      const number = Math.floor(Number(this.value(name)));
      return number > 0 && number <= most ? number : 0;
    }

    /** What the form says now. */
    wish() {
      const checked = (selector) => Array.from(this.form.querySelectorAll(selector + ":checked"), (box) => box.value);
      const months = {};
      for (const group of this.form.querySelectorAll(".xt-year-months")) {
        months[group.getAttribute("data-entry")] = Array.from(group.querySelectorAll(":checked"), (box) => Number(box.value));
      }
      for (const select of this.form.querySelectorAll("[name='month']")) months[select.getAttribute("data-entry")] = [Number(select.value)];
      const [week, weekday] = this.value("theme").slice(1).split("-").map(Number);
      const term = this.value("term");
      return {
        year: this.number("year", 2099) || this.year,
        kind: this.value("kind"),
        members: this.number("members", 9999),
        formal: this.number("formal", 9999),
        groups: this.form.elements.namedItem("groups").checked,
        has: checked("[name='has']"),
        term_ends: xt.dates.valid(term) ? term : "",
        theme: weekday ? { day: 0, week, weekday } : { day: week, week: 0, weekday: 0 },
        together: this.form.elements.namedItem("together").checked,
        months,
      };
    }

    get year() {
      return Number(this.form.elements.namedItem("year").defaultValue);
    }

    update() {
      const { book, work, text } = this.data;
      this.told = this.wish();
      this.plan = xt.yearPlan(book, this.told, work);
      const made = xt.yearTable(this.plan, this.data);
      const sheet = this.querySelector("[data-sheet]");
      xt.fill(sheet, ...made.months);
      xt.fill(sheet.parentNode.querySelector("thead"), made.head);
      xt.fill(this.querySelector("[data-reasons]"), ...made.reasons);
      this.querySelector("[data-title]").textContent = put(text.title, { year: this.told.year });
      this.findings();
      const notes = this.querySelector("[data-notes]");
      xt.fill(notes, ...this.plan.notes.map((note) => xt.el("li", null, note)));
      notes.hidden = !this.plan.notes.length;
      this.say("");
    }

    findings() {
      const items = this.plan.findings.map(({ text, rule }) => {
        const href = this.data.rules[rule];
        return xt.el("li", null, text, href ? xt.el("a.xt-plan-basis", { href }, this.data.text.see) : null);
      });
      xt.fill(this.querySelector("[data-findings]"), items.length ? xt.el("ul", null, ...items) : null);
      this.querySelector("[data-fits]").hidden = items.length > 0;
    }

    save() {
      const { text } = this.data;
      const name = put(text.title, { year: this.told.year });
      const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
      const events = xt.yearEvents(this.plan, this.data, this.told.year);
      const file = xt.calendarFile(events, { product: text.product, name }, stamp);
      if (!xt.save(name + ".ics", file, "text/calendar;charset=utf-8")) return;
      this.say(put(text.done, { file: name + ".ics" }));
    }

    /** What was said of the branch, and the kind of it in words. */
    facts() {
      const kinds = this.form.elements.namedItem("kind");
      return { ...this.told, kindName: kinds.value ? kinds.selectedOptions[0].text : "" };
    }

    saveWord() {
      const { text } = this.data;
      const button = this.querySelector("[data-word]");
      const { load, rewritten } = xt.documentDocx;
      const name = put(text.title, { year: this.told.year }) + ".docx";
      const change = (xml) => xt.yearDocx(xml, this.plan, this.facts(), this.data);
      Promise.all([load(button.getAttribute("data-archive")), load(button.getAttribute("data-word"))])
        .then(() => {
          const bytes = rewritten(xt.papers["year-plan"].docx, change);
          const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
          if (xt.save(name, new Blob([bytes], { type }))) this.say(put(text.done, { file: name }));
        })
        .catch(() => this.say(text.failed));
    }

    say(text) {
      this.querySelector("[data-saved]").textContent = text;
    }
  }

  xt.define("year-page", YearPage);
})();
