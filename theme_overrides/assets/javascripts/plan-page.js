// @ts-check
/**
 * `<plan-page data-plan="…">` around a hidden form of dates, an empty chart and the list of a procedure's steps: fills in
 * the earliest and latest day of every step, says what is too early, late or missing, draws the chart, saves a calendar file.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  class PlanPage extends xt.Element {
    connectedCallback() {
      this.table = JSON.parse(this.getAttribute("data-plan") || "{}");
      this.form = this.querySelector("form");
      this.items = new Map(Array.from(this.querySelectorAll("[data-node]"), (item) => [item.getAttribute("data-node"), item]));
      this.form.hidden = false;
      for (const note of this.querySelectorAll(".xt-plain")) note.hidden = true;
      this.listen(this.form, "submit", (event) => {
        event.preventDefault();
        this.update();
        const faults = this.querySelector(".xt-plan-faults");
        if (faults.textContent) xt.focus(faults);
      });
      this.listen(this.form, "change", () => this.update());
      this.listen(this.form, "reset", () => window.setTimeout(() => this.update()));
      const save = this.querySelector("[data-calendar]");
      this.listen(save, "click", () => this.save());
      save.hidden = false;
      this.listen(window, "pageshow", () => this.update());
      this.update();
    }

    /** What the form says now. */
    told() {
      const given = {};
      for (const id of this.table.planned) {
        const value = this.form.elements.namedItem(id).value;
        if (value && xt.dates.valid(value)) given[id] = value;
      }
      const ticked = Array.from(this.form.querySelectorAll("[name='case']:checked"), (box) => box.value);
      return { given, ticked, today: xt.dates.today() };
    }

    update() {
      const told = this.told();
      for (const limit of this.querySelectorAll("[data-only]")) limit.hidden = !told.ticked.includes(limit.getAttribute("data-only"));
      this.rows = xt.timetable(this.table, told);
      const faults = [];
      for (const row of this.rows) {
        this.fill(row);
        const title = this.table.nodes.find((node) => node.id === row.id).title;
        for (const fault of row.faults) faults.push(xt.el("li", null, xt.el("b", null, title), " ", fault));
      }
      xt.fill(this.querySelector(".xt-plan-faults"), faults.length ? xt.el("ul", null, ...faults) : null);
      const chart = this.querySelector("[data-chart]");
      chart.hidden = !xt.planChart(chart.querySelector(".xt-plan"), this.rows, this.table, told.today);
      this.querySelector("[data-saved]").textContent = "";
    }

    /** Writes a row into its item of the list. */
    fill(row) {
      const item = this.items.get(row.id);
      item.hidden = !row.applies;
      item.querySelector("[data-now]").hidden = !row.now;
      const hasSides = item.querySelector("[data-earliest]");
      if (hasSides) {
        this.side(item.querySelector("[data-earliest]"), row.earliestText, row.earliest);
        this.side(item.querySelector("[data-latest]"), row.latestText, row.latest);
      }
      const given = item.querySelector("[data-given]");
      given.hidden = !row.given || row.earliest === row.latest && Boolean(row.earliest);
      given.querySelector("b").textContent = row.given ? xt.dates.shown(row.given, this.table.work) : "";
      const notes = item.querySelector("[data-notes]");
      const faults = row.faults.map((text) => xt.el("li.xt-plan-fault", null, text));
      xt.fill(notes, ...faults, ...row.notes.map((text) => xt.el("li", null, text)));
      notes.hidden = !notes.childNodes.length;
    }

    side(node, text, day) {
      node.textContent = text;
      node.classList.toggle("xt-unset", !day && text === this.table.words.unset);
      node.classList.toggle("xt-plan-day", Boolean(day));
    }

    /** Days of the plan for a calendar: what was fixed, and the limits of what was not. */
    entries(who) {
      const words = this.table.calendar;
      const made = [];
      for (const row of this.rows.filter((one) => one.applies)) {
        const title = this.table.nodes.find((node) => node.id === row.id).title;
        const add = (kind, day, text) => {
          const uid = [this.table.procedure, row.id, kind, key(who)].filter(Boolean).join("-") + "@zhibu-xuetang";
          const note = [text, ...row.notes.filter((one) => one !== text), xt.numbers.put(words.note, { title: this.table.title })].filter(Boolean).join("\n");
          made.push({ uid, day, title: (who ? who + " " : "") + xt.numbers.put(words[kind.split("-")[0]], { title, text }), note });
        };
        row.deadlines.forEach(([day, text], i) => add("deadline-" + i, day, text));
        if (row.given) add("given", row.given, "");
        else {
          if (row.earliest) add("earliest", row.earliest, row.earliestText);
          if (row.latest) add("latest", row.latest, row.latestText);
        }
      }
      return made;
    }

    save() {
      const words = this.table.calendar;
      const who = this.querySelector("[data-who]").value.trim();
      const entries = this.entries(who);
      const saved = this.querySelector("[data-saved]");
      if (!entries.length) {
        saved.textContent = words.none;
        return;
      }
      const name = (who ? who + " " : "") + xt.numbers.put(words.name, { title: this.table.title });
      const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
      const text = xt.calendarFile(entries, { product: words.product, name }, stamp);
      if (!xt.save(name + ".ics", text, "text/calendar;charset=utf-8")) return;
      saved.textContent = xt.numbers.put(words.done, { file: name + ".ics" });
    }
  }

  /** A short mark of a name that a calendar can keep, the same for the same name. @param {string} who */
  function key(who) {
    let hash = 0;
    for (const char of who) hash = (hash * 31 + char.codePointAt(0)) % 2147483647;
    return who ? hash.toString(36) : "";
  }

  xt.define("plan-page", PlanPage);
})();
