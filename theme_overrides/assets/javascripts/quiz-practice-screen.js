// @ts-check
/** `xt.practiceScreen(owner, question)`: one question of practice before and after the answer: { main, view, reveal, key }. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  xt.practiceScreen = function (owner, question) {
    const reading = owner.mode === "read";
    let answered = false;
    let doubtful = false;
    const live = xt.el("div", { role: "status" });
    const hint = xt.el("p.xt-bad", { role: "status", hidden: true }, xt.say("answer-first"));
    const view = xt.question(question, "answer", () => (hint.hidden = true));
    const buttons = xt.el("div.xt-btns");
    const after = xt.el("div");
    const form = xt.el("form.xt-quiz", { submit: (event) => (event.preventDefault(), primary()) }, view.node, hint, after, buttons);
    view.stem.after(live);

    /** The filled button: look at the answer, or go on. */
    function primary() {
      if (answered) return owner.move(1);
      if (view.compare && view.compare()) return undefined;
      if (view.settle) view.settle();
      const answer = view.answer();
      if (!xt.scoring.answered(answer) && question.type !== "short-answer") {
        hint.hidden = false;
        return undefined;
      }
      const score = xt.scoring.score(question, answer);
      const mark = doubtful && score === xt.plan.RIGHT ? xt.plan.UNSURE : score;
      owner.record(mark);
      reveal(mark, answer);
      return undefined;
    }

    /** Shows what is right; without a mark the question is only read. @param {number|null} mark @param {any[]} answer */
    function reveal(mark, answer) {
      answered = true;
      if (view.compare && mark === null) view.compare();
      view.mark(answer);
      const verdict = mark ? xt.feedback.verdict(question, mark) : xt.el("p.xt-verdict", null, xt.feedback.answer(question));
      if (mark || !xt.isChoice(question)) xt.fill(live, verdict);
      xt.fill(after, xt.feedback.explanation(question, owner.root));
      after.append(xt.feedback.report(question));
      place(mark);
      if (mark) xt.focus(verdict);
    }

    function place(mark) {
      const submit = xt.el("button.xt-btn.xt-btn--go", { type: "submit" }, xt.say(answered ? "next" : "check"), answered ? xt.icon("arrow-right") : null);
      const known = xt.button("q", xt.say("known"), () => owner.setAside());
      const back = xt.button("q", xt.say("previous"), () => owner.move(-1));
      xt.fill(buttons, submit, reading ? null : doubt(mark), reading && owner.at > 0 ? back : null, known);
    }

    /** 拿不准: before the answer a button that stays pressed, after a right one a button, else what became of it. */
    function doubt(mark) {
      if (owner.waits) return xt.button("", xt.say("same-meaning"), accept, "check-circle");
      if (answered && mark !== xt.plan.RIGHT) return xt.el("span.xt-sub", { role: "status" }, xt.say("will-return"));
      const button = xt.button("", xt.say(answered ? "not-sure" : "doubt"), () => (answered ? doubted(button) : press(button)), "help-circle-outline");
      if (!answered) button.setAttribute("aria-pressed", String(doubtful));
      return button;
    }

    function press(button) {
      doubtful = !doubtful;
      button.setAttribute("aria-pressed", String(doubtful));
    }

    function doubted(button) {
      owner.unsure();
      button.replaceWith(xt.el("span.xt-sub", { role: "status" }, xt.say("will-return")));
      buttons.querySelector("[type='submit']").focus();
    }

    /** The learner has compared: the filling means the same as the key. */
    function accept() {
      const verdict = xt.feedback.verdict(question, xt.plan.RIGHT);
      owner.record(xt.plan.RIGHT);
      xt.fill(live, verdict);
      place(xt.plan.RIGHT);
      xt.focus(verdict);
    }

    /** @param {string} key @param {Element} target @returns {boolean} whether the key was used */
    function key(key, target) {
      const position = xt.optionKey(key);
      if (position >= 0) return !answered && view.pick(position);
      if (key === "Enter" && !target.closest("a, button, summary, input")) {
        primary();
        return true;
      }
      if ((key === "ArrowRight" || key === "ArrowLeft") && answered && !target.closest("summary")) {
        if (key === "ArrowRight" || reading) owner.move(key === "ArrowRight" ? 1 : -1);
        return true;
      }
      return false;
    }

    place(null);
    const facts = xt.el(
      "p.xt-quiz__n",
      null,
      xt.el("b", null, xt.say(owner.getAttribute("data-set") === "challenge" ? "number" : "number-of", { n: owner.at + 1, of: owner.group.ids.length })),
      xt.el("span", null, xt.say("type-" + question.type)),
      xt.el("span", null, xt.say(reading ? "only-reading" : "no-score"))
    );
    const bar = owner.group.ids.length <= 20 ? xt.panels.progress(owner.at, owner.group.ids.length) : null;
    return { main: xt.el("div", null, owner.modes(), xt.panels.trouble(), facts, bar, form), view, reveal, key };
  };
})();
