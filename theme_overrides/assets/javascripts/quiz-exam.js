// @ts-check
/** `<quiz-exam data-root data-blueprint>` round a printed paper: the same kind of paper drawn by a seed, answered without feedback until handed in; it can be left and taken up again. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  class QuizExam extends xt.Element {
    connectedCallback() {
      if (this.panel) return;
      this.root = this.getAttribute("data-root");
      this.blueprint = JSON.parse(this.getAttribute("data-blueprint"));
      this.head = document.querySelector(".xt-exam__head");
      this.plain = xt.el("div.xt-practice__plain", { hidden: true }, ...Array.from(this.childNodes));
      this.panel = xt.el("div.xt-practice");
      this.append(this.panel, this.plain);
      this.listen(window, "pagehide", () => this.saveTime());
      this.listen(document, "keydown", (event) => this.onKey(event));
      this.welcome();
    }

    disconnectedCallback() {
      clearInterval(this.timer);
      super.disconnectedCallback();
    }

    /** Before the exam: take up the one in hand, or start by a number. */
    welcome() {
      const kept = xt.progress.read().x;
      const mine = kept && kept.b === this.blueprint.id ? kept : null;
      const seed = xt.seedField();
      const resume = mine && xt.button("go", xt.say("resume", { n: Object.keys(mine.answers).length }), () => this.open(mine));
      const begin = xt.button(mine ? "" : "go", xt.say("begin"), () => this.begin(seed.value(), mine && Object.keys(mine.answers).length ? begin : null));
      const look = xt.button("q", xt.say("show-first"), () => (this.plain.hidden = !this.plain.hidden));
      this.head.hidden = false;
      const history = xt.progress.read().h.filter((exam) => exam.b === this.blueprint.id).slice(-5).reverse();
      xt.fill(
        this.panel,
        xt.panels.trouble(),
        seed.node,
        xt.el("div.xt-btns", null, resume, begin, look),
        history.length ? xt.el("p.xt-sub", null, xt.say("history", { list: history.map((exam) => xt.say("history-one", { seed: exam.seed, got: exam.got })).join("；") })) : null
      );
    }

    /** Starts a paper; where `button` would put one in hand aside, it says so first and waits for a second press. */
    begin(seed, button) {
      if (button && !button.dataset.sure) return void ((button.dataset.sure = "1"), (button.textContent = xt.say("begin-sure")));
      const [parts] = xt.draw.paper(this.blueprint, xt.bank.index(), seed, 1);
      const state = { b: this.blueprint.id, seed, parts: parts.map((list) => list.map((q) => q.id)), answers: {}, flags: [], left: this.blueprint.minutes * 60, now: 0 };
      xt.progress.exam(() => state);
      this.open(state);
    }

    /** @param {any} state the exam as stored */
    open(state) {
      xt.bank.questions(this.root, state.parts.flat()).then((questions) => {
        // None of them is asked any more.
        if (!questions.length) return void (xt.progress.exam(() => null), this.welcome());
        const known = new Set(questions.map((q) => q.id));
        this.state = Object.assign({}, state, { parts: state.parts.map((ids) => ids.filter((id) => known.has(id))) });
        this.questions = questions;
        this.over = false;
        this.clock = xt.el("b");
        this.timer = setInterval(() => this.tick(), 1000);
        this.head.hidden = this.plain.hidden = true;
        this.go(Math.min(state.now || 0, questions.length - 1));
      });
    }

    tick() {
      if (document.hidden) return;
      this.state.left -= 1;
      if (this.state.left % 15 === 0) this.saveTime();
      this.tellTime();
    }

    tellTime() {
      const text = this.state.left > 0 ? xt.say("minutes", { n: Math.ceil(this.state.left / 60) }) : xt.say("time-over");
      if (this.clock.textContent !== text) this.clock.textContent = text;
    }

    saveTime() {
      if (this.state && !this.over) this.keep(() => ({ left: this.state.left, now: this.at }));
    }

    /** Changes the stored exam, answers of another tab kept. @param {(exam: any) => any} change */
    keep(change) {
      xt.progress.exam((kept) => {
        const exam = kept && kept.b === this.state.b && kept.seed === this.state.seed ? kept : this.state;
        return Object.assign({}, exam, change(exam));
      });
    }

    bar() {
      const off = xt.progress.settings().clock === false;
      const toggle = xt.button("q", xt.say(off ? "show-time" : "hide-time"), () => (xt.progress.set("clock", off), this.draw()));
      const longer = xt.button("q", xt.say("longer"), () => this.extend());
      this.tellTime();
      const clock = off ? null : xt.el("p.xt-clock", null, xt.icon("clock-outline"), xt.say("left-time"), this.clock);
      const facts = xt.say("exam-facts", { n: this.questions.length, total: this.blueprint.total, pass: this.blueprint.pass, seed: this.state.seed });
      return xt.el("div.xt-exam__bar", null, xt.el("h1", null, this.blueprint.title), xt.el("span", null, facts), clock, toggle, off || this.state.longer ? null : longer);
    }

    extend() {
      Object.assign(this.state, { left: this.state.left + this.blueprint.minutes * 30, longer: true });
      this.keep(() => ({ left: this.state.left, longer: true }));
      this.draw();
    }

    go(n) {
      this.at = n;
      this.draw();
      xt.focus(this.view.stem);
    }

    draw() {
      const question = this.questions[this.at];
      this.view = xt.question(question, "answer", () => this.answer(question.id));
      this.view.set(this.state.answers[question.id] || []);
      this.sheet = xt.el("aside", null, xt.sheet.sheet(this));
      xt.fill(this.panel, xt.panels.trouble(), this.bar(), xt.el("div.xt-side", null, this.main(question), this.sheet));
    }

    main(question) {
      const part = this.state.parts.findIndex((ids) => ids.includes(question.id));
      const facts = xt.el("p.xt-quiz__n", null, xt.el("b", null, xt.say("number", { n: this.at + 1 })), xt.el("span", null, xt.sheet.partTitle(this, part)), xt.el("span", null, xt.say("marks", { n: this.blueprint.parts[part][2] })));
      const last = this.at === this.questions.length - 1;
      const back = this.at ? xt.button("", xt.say("previous"), () => this.go(this.at - 1)) : null;
      const next = xt.el("button.xt-btn" + (last ? "" : ".xt-btn--go"), { type: "submit" }, xt.say(last ? "hand-in" : "next"));
      const flagged = this.state.flags.includes(question.id);
      const flag = xt.button("q", xt.say(flagged ? "unflag" : "flag"), () => this.flag(question.id), "flag-outline");
      flag.setAttribute("aria-pressed", String(flagged));
      const form = xt.el("form.xt-quiz", { submit: (event) => (event.preventDefault(), last ? this.ask() : this.go(this.at + 1)) }, this.view.node, xt.el("div.xt-btns", null, back, next, flag));
      return xt.el("div", null, facts, form, xt.el("p.xt-sub", null, xt.say("exam-note")));
    }

    answer(id) {
      this.state.answers[id] = this.view.answer();
      this.keep((exam) => ({ answers: Object.assign({}, exam.answers, { [id]: this.view.answer() }), now: this.at }));
      xt.fill(this.sheet, xt.sheet.sheet(this));
    }

    flag(id) {
      const flags = this.state.flags;
      this.state.flags = flags.includes(id) ? flags.filter((other) => other !== id) : flags.concat(id);
      this.keep(() => ({ flags: this.state.flags }));
      this.draw();
      this.panel.querySelector("[aria-pressed]").focus();
    }

    /** Positions of the questions without an answer. */
    blank() {
      return this.questions.map((q, i) => (xt.scoring.answered(this.state.answers[q.id]) ? -1 : i)).filter((i) => i >= 0);
    }

    /** Asks once more before the exam is handed in, and what becomes of the questions left blank. */
    ask() {
      const blank = this.blank();
      const text = blank.length ? xt.say("blank-list", { n: blank.length, list: blank.slice(0, 12).map((i) => i + 1).join("、") + (blank.length > 12 ? "……" : "") }) : xt.say("none-blank");
      const heading = xt.el("h2", null, xt.say("sure"));
      const too = xt.el("input", { type: "checkbox" });
      const choice = blank.length ? xt.el("p", null, xt.el("label.xt-check", null, too, xt.say("blank-too"))) : null;
      const back = xt.button("go", xt.say("go-back"), () => this.go(blank.length ? blank[0] : this.at));
      const card = xt.el("section.xt-card", null, heading, xt.el("p", null, text), choice, xt.el("div.xt-btns", null, back, xt.button("", xt.say("hand-in-now"), () => this.handIn(too.checked))));
      xt.fill(this.panel, this.bar(), card);
      xt.focus(heading);
    }

    /** @param {boolean} blankToo whether questions left blank count as wrong in the wrong-answer book */
    handIn(blankToo) {
      clearInterval(this.timer);
      const marks = xt.result.grade(this);
      const answered = this.questions.map((q) => xt.scoring.answered(this.state.answers[q.id]));
      this.moment = Math.floor(Date.now() / 1000);
      xt.progress.addAll(this.questions.map((q, i) => [q.id, marks[i]]).filter((_, i) => this.questions[i].type !== "short-answer" && (answered[i] || blankToo)), this.moment);
      xt.progress.exam(() => null);
      this.over = true;
      this.head.hidden = false;
      xt.fill(this.panel, xt.panels.trouble(), xt.result.page(this, marks, blankToo, () => this.welcome()));
      xt.focus(this.panel.querySelector("h2"));
    }

    /** Keeps the points of the exam handed in. @param {number} got */
    keepPoints(got) {
      xt.progress.handIn({ b: this.state.b, seed: this.state.seed, got, at: this.moment });
    }

    /** A–H and 1–9 choose where no field has the focus. @param {KeyboardEvent} event */
    onKey(event) {
      const target = /** @type {Element} */ (event.target);
      if (!this.view || !this.view.node.isConnected || event.ctrlKey || event.altKey || event.metaKey || target.closest("textarea, select, input[type='text'], input[type='number']")) return;
      const position = xt.optionKey(event.key);
      if (position >= 0 && this.view.pick(position)) event.preventDefault();
    }
  }

  xt.define("quiz-exam", QuizExam);
})();
