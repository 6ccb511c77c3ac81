// @ts-check
/**
 * `<next-step data-plan="…">` on a procedure's page: from the step just done and its day to what comes next, who acts,
 * which papers, the earliest day and the deadline, each with its rule; and what else that day fixes further on.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { put } = xt.numbers;

  class NextStep extends xt.Element {
    connectedCallback() {
      this.table = JSON.parse(this.getAttribute("data-plan") || "{}");
      this.form = this.querySelector("form");
      this.form.hidden = false;
      for (const note of this.querySelectorAll(".xt-plain")) note.hidden = true;
      this.form.elements.namedItem("on").value = xt.dates.today();
      this.listen(this.form, "submit", (event) => {
        event.preventDefault();
        this.show();
      });
    }

    word(name, values) {
      return put(this.getAttribute("data-" + name) || "", values || {});
    }

    show() {
      const reached = this.form.elements.namedItem("reached").value;
      const day = this.form.elements.namedItem("on").value;
      if (!xt.dates.valid(day)) return;
      const rows = this.rows(reached, day, []);
      const every = this.rows(reached, day, this.table.nodes.flatMap((node) => node.spans.map((span) => span.only)));
      const ways = this.ways(reached);
      const next = ways.map(([to, label, note]) => this.item(rows.has(to) && !rows.get(to).applies ? every.get(to) : rows.get(to), to, label, note));
      const ids = ways.map(([to]) => to).concat(reached);
      const also = Array.from(rows.values()).filter((row) => !ids.includes(row.id) && (row.earliest || row.latest));
      const more = also.map((row) => this.item(row, row.id, "", ""));
      const out = this.querySelector(".xt-next-step__out");
      xt.fill(
        out,
        xt.el("h3", null, this.word("following")),
        xt.el("ul.xt-next-step__list", null, ...next),
        more.length ? xt.el("h3", null, this.word("also")) : null,
        more.length ? xt.el("ul.xt-next-step__list", null, ...more) : null
      );
      xt.focus(out);
    }

    /** Step or event → its days, from one of them. */
    rows(reached, day, ticked) {
      const told = { given: { [reached]: day }, ticked, today: day };
      return new Map(xt.timetable(this.table, told).map((row) => [row.id, row]));
    }

    /** Where one can go from a step or event: to, condition, note. */
    ways(reached) {
      const step = this.table.steps[reached];
      if (step) return step.next;
      const place = this.table.nodes.findIndex((node) => node.id === reached);
      const following = this.table.nodes.slice(place + 1).find((node) => !node.event);
      return following ? [[following.id, "", ""]] : [];
    }

    item(row, id, label, note) {
      const condition = label ? xt.el("p.xt-next-step__if", null, this.word("if", { label }), note ? xt.el("span.xt-sub", null, note) : null) : null;
      if (!row) return xt.el("li", null, condition, xt.el("p", null, this.word("end", { title: this.table.ends[id] })));
      const step = this.table.steps[id];
      const node = this.table.nodes.find((one) => one.id === id);
      const title = step ? this.word("step", { n: step.number, title: node.title }) : node.title;
      const head = xt.el("p.xt-next-step__title", null, step ? xt.el("a", { href: "#step-" + id }, title) : xt.el("b", null, title));
      const limits = step ? step.limits : node.spans.map((span) => [span.text, span.rule, span.only]);
      return xt.el(
        "li",
        null,
        condition,
        head,
        step ? xt.el("p.xt-who", null, xt.el("a", { href: step.actor[1] }, step.actor[0])) : null,
        this.sides(row),
        row.notes.length ? xt.el("ul.xt-plan-notes", null, ...row.notes.map((text) => xt.el("li", null, text))) : null,
        limits.length ? xt.el("ul.xt-list", null, ...limits.map(([text, rule, only]) => xt.el("li", null, this.case(only), text, this.basis(rule)))) : null,
        step && step.papers.length ? this.papers(step.papers) : null
      );
    }

    sides(row) {
      const side = (word, text, day) => xt.el("div", null, xt.el("dt", null, this.word(word)), xt.el(day || text !== this.table.words.unset ? "dd" : "dd.xt-unset", null, text));
      return xt.el("dl.xt-when", null, side("earliest", row.earliestText, row.earliest), side("latest", row.latestText, row.latest));
    }

    /** The circumstance in which a limit holds. */
    case(only) {
      const title = this.table.cases[only];
      return title ? xt.el("b", null, this.word("only", { label: title })) : null;
    }

    basis(rule) {
      const found = this.table.rules[rule];
      if (!found) return null;
      const text = this.word("basis", { basis: found[1] }) + (found[2] ? this.word("doubt", { word: found[2] }) : "");
      return xt.el("a.xt-plan-basis", { href: found[0] }, text);
    }

    papers(papers) {
      const chips = papers.map(([title, href]) => xt.el("li", null, xt.el(href ? "a.xt-chip" : "span.xt-chip", { href: href || null }, title)));
      return xt.el("ul.xt-chips", { "aria-label": this.word("papers") }, ...chips);
    }
  }

  xt.define("next-step", NextStep);
})();
