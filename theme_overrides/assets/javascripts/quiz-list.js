// @ts-check
/** `<quiz-list>`: the wrong-answer book; `<quiz-map>`: the handbook with what was met and mastered; `<quiz-contrast>`: confused pairs first. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  class QuizList extends xt.Element {
    connectedCallback() {
      this.listen(window, "xt-progress", () => this.draw());
      this.draw();
    }

    draw() {
      const root = this.getAttribute("data-root");
      const answers = xt.progress.read().a;
      const records = xt.plan.book(xt.bank.index(), answers);
      const gone = Object.entries(xt.bank.retired()).filter(([id]) => answers[id]);
      xt.bank.questions(root, records.map((r) => r.q.id)).then((questions) => {
        const notes = gone.map(([id, note]) => xt.el("li", null, note, xt.el("span.xt-sub", null, id)));
        xt.fill(
          this,
          records.length ? xt.el("h2", null, xt.say("book-count", { n: records.length })) : null,
          records.length ? xt.el("ul.xt-list", null, ...questions.map((q, i) => this.row(q, records[i], root))) : null,
          gone.length ? xt.el("h2", null, xt.say("changed-rules")) : null,
          gone.length ? xt.el("ul.xt-list", null, ...notes) : null
        );
      });
    }

    row(question, record, root) {
      const place = xt.bank.places().sections[question.section];
      const facts = [place.title, xt.say("times-wrong", { n: record.wrongs }), record.unsure ? xt.say("times-unsure", { n: record.unsure }) : ""].filter(Boolean).join(" · ");
      const drop = xt.button("q", xt.say("known"), () => xt.progress.add(question.id, xt.plan.ASIDE));
      return xt.el(
        "li",
        null,
        xt.el("b", null, question.stem),
        xt.el("span.xt-sub", null, facts),
        xt.el(
          "details.xt-fold",
          null,
          xt.el("summary", null, xt.say("see-answer")),
          xt.el("div", null, xt.el("p", null, xt.el("b", null, xt.feedback.answer(question) || question.key.join("；"))), xt.feedback.explanation(question, root), drop)
        )
      );
    }
  }

  class QuizMap extends xt.Element {
    connectedCallback() {
      const answers = xt.progress.read().a;
      const bySection = new Map();
      for (const q of xt.bank.index()) {
        const sum = bySection.get(q.section) || [0, 0, 0];
        sum[xt.plan.state(answers[q.id])] += 1;
        bySection.set(q.section, sum);
      }
      for (const row of this.querySelectorAll("[data-section]")) {
        const sum = bySection.get(row.getAttribute("data-section"));
        const old = row.querySelector(".xt-map");
        if (old) old.remove();
        if (sum) row.append(this.figure(sum));
      }
    }

    figure([fresh, met, mastered]) {
      const part = (kind, n) => xt.el("i.xt-map__" + kind, { style: "flex-grow:" + n });
      return xt.el(
        "span.xt-map",
        null,
        xt.el("span.xt-map__bar", { "aria-hidden": "true" }, mastered ? part("mastered", mastered) : null, met ? part("met", met) : null, fresh ? part("fresh", fresh) : null),
        xt.el("span.xt-sub", null, xt.say("map-line", { fresh, met, mastered }))
      );
    }
  }

  class QuizContrast extends xt.Element {
    connectedCallback() {
      if (this.querySelector(".xt-confused")) return;
      const answers = xt.progress.read().a;
      const wrongs = (pair) => (pair.getAttribute("data-ids") || "").split(" ").reduce((sum, id) => sum + (answers[id] || []).filter((event) => event % 10 <= 2).length, 0);
      const confused = Array.from(this.querySelectorAll("[data-ids]"), (pair) => ({ pair, n: wrongs(pair) })).filter((entry) => entry.n);
      if (!confused.length) return;
      confused.sort((a, b) => b.n - a.n);
      this.prepend(xt.el("section.xt-confused", null, xt.el("h2", null, xt.say("confused", { n: confused.length })), ...confused.map((entry) => entry.pair)));
    }
  }

  xt.define("quiz-list", QuizList);
  xt.define("quiz-map", QuizMap);
  xt.define("quiz-contrast", QuizContrast);
})();
