// @ts-check
/** `<quiz-today data-root data-here>` round a plain link: how much review there is today, and putting it off. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  class QuizToday extends xt.Element {
    connectedCallback() {
      this.root = this.getAttribute("data-root");
      this.here = this.getAttribute("data-here");
      this.listen(window, "xt-progress", () => this.draw());
      this.listen(window, "pageshow", () => this.draw());
      this.draw();
    }

    draw() {
      const answers = xt.progress.read().a;
      const settings = xt.progress.settings();
      this.today = xt.plan.dayOf(Math.floor(Date.now() / 1000));
      const plan = xt.plan.today(xt.bank.index(), answers, settings, this.today);
      if (!Object.keys(answers).length && !plan.ids.length) return;
      if (plan.paused) return this.paused(settings);
      const count = xt.el("p.xt-today__n", null, xt.el("b", null, String(plan.ids.length)), " " + xt.say(plan.ids.length ? "due-today" : "due-none", { minutes: plan.minutes }));
      const until = settings.until ? xt.el("p.xt-sub", null, xt.say("until-note", { until: settings.until })) : null;
      const go = plan.ids.length && !this.here ? xt.el("a.xt-btn.xt-btn--go", { href: this.root + "quiz/review.html" }, xt.say("start-review")) : null;
      const off = plan.ids.length ? xt.button("q", xt.say("not-today"), () => this.pause(this.today + 1)) : null;
      const hold = this.here ? xt.button("q", xt.say("pause"), () => this.pause(this.today + 3650)) : null;
      xt.fill(this, count, until, this.reasons(plan.ids, answers), xt.el("div.xt-btns", null, go, off, hold), xt.el("p.xt-sub", null, this.note(plan)));
    }

    /** What is to come, and that nothing is lost. */
    note(plan) {
      const ahead = plan.ahead.some(Boolean) ? xt.say("ahead", { list: plan.ahead.join("、") }) : "";
      return [plan.backlog > 0 ? xt.say("backlog", { n: plan.backlog }) : xt.say("no-hurry"), this.here ? ahead : ""].filter(Boolean).join(" ");
    }

    /** The first three with the section they come from and the reason. */
    reasons(ids, answers) {
      const index = new Map(xt.bank.index().map((q) => [q.id, q]));
      const places = xt.bank.places().sections;
      const sums = new Map();
      for (const id of ids) {
        const record = answers[id] ? xt.plan.replay(answers[id]) : null;
        const reason = !record || !record.seen ? "reason-new" : record.mark === xt.plan.RIGHT ? "reason-long" : record.mark === xt.plan.WRONG ? "reason-wrong" : "reason-unsure";
        const text = places[index.get(id).section].title + "\n" + xt.say(reason);
        sums.set(text, (sums.get(text) || 0) + 1);
      }
      const rows = Array.from(sums).slice(0, 3).map(([text, n]) => {
        const [title, reason] = text.split("\n");
        return xt.el("li", null, title, xt.el("span.xt-sub", null, reason + " · " + xt.say("n-questions", { n })));
      });
      return rows.length ? xt.el("ul.xt-list", null, ...rows) : null;
    }

    pause(day) {
      xt.progress.set("pause", xt.plan.dayText(day));
      this.querySelector("button, a").focus();
    }

    paused(settings) {
      const tomorrow = xt.plan.dayFrom(settings.pause) === this.today + 1;
      const resume = xt.button("", xt.say("resume-review"), () => (xt.progress.set("pause", ""), this.querySelector("a, button") && this.querySelector("a, button").focus()));
      xt.fill(this, xt.el("p", null, xt.say(tomorrow ? "paused-today" : "paused")), xt.el("div.xt-btns", null, resume));
    }
  }

  xt.define("quiz-today", QuizToday);
})();
