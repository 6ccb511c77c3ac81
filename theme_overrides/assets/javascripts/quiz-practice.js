// @ts-check
/**
 * `<quiz-practice data-root data-set data-title>` round the page's own questions: asks them one by one with the answer
 * at once. data-set says which (see quiz-sets.js; "page" means the questions inside, "hash" the entry the address
 * names); data-bank asks those inside from that one chapter, in their order; data-wait waits for the start button.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const MODES = ["ask", "read", "all"];

  class QuizPractice extends xt.Element {
    connectedCallback() {
      if (this.panel) return;
      this.root = this.getAttribute("data-root");
      this.own = Array.from(this.querySelectorAll("fieldset[id]"), (node) => node.id);
      this.plain = xt.el("div.xt-practice__plain", null, ...Array.from(this.childNodes));
      this.panel = xt.el("div.xt-practice");
      this.append(this.panel, this.plain);
      this.mode = this.own.includes(location.hash.slice(1)) ? "all" : "ask";
      this.listen(document, "keydown", (event) => this.onKey(event));
      this.listen(window, "pagehide", () => this.settle());
      this.listen(window, "hashchange", () => this.start(true));
      this.whenNear(() => this.start(false));
    }

    /** Inside a page to read, the bank is loaded only when the reader comes near. @param {() => void} then */
    whenNear(then) {
      if (!this.hasAttribute("data-bank") || !window.IntersectionObserver) return then();
      const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && (watch.disconnect(), then()), { rootMargin: "800px" });
      watch.observe(this.plain);
    }

    /** What to ask: own questions in order, or drawn by the set. */
    choose() {
      if (this.hasAttribute("data-bank")) return this.own;
      const set = this.getAttribute("data-set");
      const entry = set === "hash" && document.getElementById(location.hash.slice(1));
      const own = entry ? (entry.getAttribute("data-ids") || "").split(" ") : this.own;
      if (set === "hash" && !entry) return null;
      const kind = set === "page" || set === "hash" ? "own" : set;
      return xt.sets.pick(kind, { index: xt.bank.index(), answers: xt.progress.read().a, settings: xt.progress.settings(), seconds: Math.floor(Date.now() / 1000), own });
    }

    /** @param {boolean} moveFocus */
    start(moveFocus) {
      const ids = this.choose();
      this.panel.hidden = ids === null;
      if (ids === null) return;
      if (!ids.length) return this.nothing();
      if (this.hasAttribute("data-wait") && !moveFocus) return this.offer(ids);
      const bank = this.getAttribute("data-bank");
      const found = bank ? xt.bank.load(this.root, bank).then(() => ids.map((id) => xt.bank.question(bank, id))) : xt.bank.questions(this.root, ids);
      found.then(
        (questions) => this.open(questions, moveFocus),
        () => xt.fill(this.panel, xt.el("p.xt-why", { role: "status" }, xt.say("no-bank")))
      );
    }

    offer(ids) {
      const go = xt.button("go", xt.say("start", { n: ids.length }), () => this.start(true));
      xt.fill(this.panel, xt.panels.trouble(), xt.el("div.xt-btns", null, go));
      this.plain.hidden = true;
    }

    nothing() {
      const kind = this.getAttribute("data-set").split(":")[0];
      xt.fill(this.panel, xt.el("p.xt-panel", null, xt.say(xt.words().text["empty-" + kind] ? "empty-" + kind : "empty")));
      this.plain.hidden = !this.own.length;
    }

    /** @param {any[]} questions @param {boolean} moveFocus */
    open(questions, moveFocus) {
      this.group = { ids: questions.map((q) => q.id), questions, marks: [], moments: [] };
      this.at = 0;
      this.show(moveFocus);
    }

    /** Shows the question in turn, or the page's own list. @param {boolean} moveFocus */
    show(moveFocus) {
      this.settle();
      this.plain.hidden = this.mode !== "all";
      if (this.mode === "all") return xt.fill(this.panel, this.modes());
      if (this.at >= this.group.ids.length) return this.finish();
      this.screen = xt.practiceScreen(this, this.group.questions[this.at]);
      const inPage = this.hasAttribute("data-bank");
      const aside = this.aside();
      xt.fill(this.panel, xt.el(inPage ? "div" : "div.xt-side", null, this.screen.main, inPage ? null : aside));
      if (this.mode === "read") this.screen.reveal(null, []);
      if (moveFocus) xt.focus(this.screen.view.stem);
    }

    modes() {
      const names = this.own.length && !this.hasAttribute("data-bank") ? MODES : MODES.slice(0, 2);
      const buttons = names.map((name) =>
        xt.el("button", { type: "button", "aria-pressed": String(this.mode === name), click: () => this.switchTo(name) }, xt.say("mode-" + name))
      );
      return xt.el("div.xt-seg.xt-noprint", { role: "group", "aria-label": xt.say("mode") }, ...buttons);
    }

    switchTo(mode) {
      this.mode = mode;
      this.show(false);
      this.panel.querySelector("[aria-pressed='true']").focus();
    }

    aside() {
      const question = this.group.questions[this.at];
      this.figures = xt.el("div", null, xt.panels.figures(this.group));
      return xt.el(
        "aside",
        null,
        xt.el("section.xt-card", null, xt.el("h2", null, xt.say("this-group")), this.figures),
        xt.el("section.xt-card", null, xt.el("h2", null, xt.say("read-first")), xt.el("ul.xt-chips", null, xt.el("li", null, xt.el("a.xt-chip", { href: this.root + question.rule }, xt.icon("gavel"), xt.say("rule-of"))))),
        xt.el("p.xt-sub", null, xt.say("aside-note"))
      );
    }

    /** Records an answer; a filling taken for wrong waits until the learner has compared it. @param {number} mark */
    record(mark) {
      const question = this.group.questions[this.at];
      this.waits = mark === xt.plan.WRONG && question.type === "fill-in" ? question.id : "";
      if (!this.waits) this.group.moments[this.at] = xt.progress.add(question.id, mark);
      this.group.marks[this.at] = mark;
      xt.fill(this.figures, xt.panels.figures(this.group));
    }

    /** Records what waited. */
    settle() {
      if (this.waits) xt.progress.add(this.waits, xt.plan.WRONG);
      this.waits = "";
    }

    /** Gives the last right answer the lower mark of one that was not sure. */
    unsure() {
      this.group.marks[this.at] = xt.plan.UNSURE;
      xt.progress.add(this.group.ids[this.at], xt.plan.UNSURE, this.group.moments[this.at]);
      xt.fill(this.figures, xt.panels.figures(this.group));
    }

    setAside() {
      this.settle();
      xt.progress.add(this.group.ids[this.at], xt.plan.ASIDE, Math.floor(Date.now() / 1000) + 1);
      this.move(1);
    }

    /** @param {number} by */
    move(by) {
      const over = this.getAttribute("data-set") === "challenge" && this.group.marks[this.at] === xt.plan.WRONG;
      this.at = over ? this.group.ids.length : Math.max(0, this.at + by);
      this.show(true);
    }

    finish() {
      const right = this.group.marks.filter((mark) => mark === xt.plan.RIGHT).length;
      const challenge = this.getAttribute("data-set") === "challenge";
      const done = this.group.marks.filter(Boolean).length;
      const summary = xt.panels.summary(this.group, this.root, xt.say(challenge ? "challenge-done" : "group-lead", { n: done, right }));
      const again = xt.button("go", xt.say("again"), () => this.start(true));
      const book = xt.el("a.xt-btn", { href: this.root + "quiz/wrong.html" }, xt.say("to-book"));
      xt.fill(this.panel, xt.panels.trouble(), summary, xt.el("div.xt-btns", null, this.hasAttribute("data-bank") ? null : again, book));
      xt.focus(summary.querySelector("h2"));
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      const target = /** @type {Element} */ (event.target);
      const here = this.contains(target) || (target === document.body && !this.hasAttribute("data-bank"));
      if (!here || !this.screen || this.mode === "all" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (target.closest("textarea, select, input[type='text']")) return;
      if (this.screen.key(event.key, target)) event.preventDefault();
    }
  }

  xt.define("quiz-practice", QuizPractice);
})();
