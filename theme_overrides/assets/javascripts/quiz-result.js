// @ts-check
/** `xt.result`: the marks of an exam and the page that shows them: total, by chapter, each question with its answer. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** Marks each question is worth, in order. @param {any} exam */
  function worth(exam) {
    return exam.state.parts.flatMap((ids, i) => ids.map(() => exam.blueprint.parts[i][2]));
  }

  /** Mark of each question; of a short answer how many of its points were met. @param {any} exam */
  function grade(exam) {
    return exam.questions.map((question) => (question.type === "short-answer" ? 0 : xt.scoring.score(question, exam.state.answers[question.id] || [])));
  }

  /** Points got: all for right, for a short answer its share of the points met. */
  function points(exam, marks) {
    return worth(exam).map((value, i) => {
      const { type, key } = exam.questions[i];
      if (type === "short-answer") return Math.round((value * marks[i]) / key.length);
      return marks[i] === xt.plan.RIGHT ? value : 0;
    });
  }

  /** Points got and possible of each chapter, in the order of the handbook. */
  function chapterTable(exam, got) {
    const sums = {};
    worth(exam).forEach((all, i) => {
      const { chapter } = exam.questions[i];
      const sum = (sums[chapter] = sums[chapter] || { got: 0, all: 0 });
      sum.got += got[i];
      sum.all += all;
    });
    const chapters = Object.entries(xt.bank.places().chapters).filter(([id]) => sums[id]);
    const rows = chapters.map(([id, title]) => xt.el("tr", null, xt.el("th", { scope: "row" }, title), xt.el("td", null, xt.say("of-marks", sums[id]))));
    return xt.el("table.xt-table", null, xt.el("tbody", null, ...rows));
  }

  /** A button that acts once and then says what became of it. */
  function once(name, told, icon, act) {
    const button = xt.button("q", xt.say(name), () => {
      act();
      const said = xt.el("p.xt-sub", { role: "status" }, xt.say(told));
      button.replaceWith(said);
      xt.focus(said);
    }, icon);
    return button;
  }

  /** A question as it was answered, in a fold that stands open where the answer was wrong. @param {any} exam @param {number} i @param {number[]} marks @param {(mark: number) => void} change takes another mark */
  function answered(exam, i, marks, change) {
    const question = exam.questions[i];
    const short = question.type === "short-answer";
    const answer = exam.state.answers[question.id] || [];
    const view = xt.question(question, "r" + i, () => change(view.answer().filter((tick) => tick === true).length));
    view.set(answer);
    if (short) {
      view.node.querySelector(".xt-points").hidden = false;
      view.node.querySelector("textarea").readOnly = true;
    } else view.mark(answer);
    const word = short ? "self" : !xt.scoring.answered(answer) ? "blank" : marks[i] === xt.plan.RIGHT ? "right" : "wrong";
    const line = xt.el("summary");
    const tell = (state) => xt.fill(line, xt.say("result-line", { n: i + 1, state: xt.say(state) }));
    tell(word);
    const same = () => {
      xt.progress.correct(question.id, xt.plan.RIGHT, exam.moment);
      change(xt.plan.RIGHT);
      tell("right");
    };
    let button = null;
    if (word === "right") button = once("not-sure", "will-return", "help-circle-outline", () => xt.progress.add(question.id, xt.plan.UNSURE, exam.moment));
    // After a filling that differs from the key the learner compares, and may take the same meaning as right.
    if (word === "wrong" && question.type === "fill-in") button = once("same-meaning", "counted-right", "check-circle", same);
    const answerLine = short || xt.isChoice(question) ? null : xt.el("p", null, xt.say("answer-is", { answer: xt.feedback.answer(question) }));
    return xt.el("details.xt-fold", { open: short || word === "wrong" }, line, xt.el("div", null, view.node, answerLine, button, xt.feedback.explanation(question, exam.root), xt.feedback.report(question)));
  }

  /** What became of the questions, in words: only of kinds that the paper has. */
  function note(exam, blankToo) {
    const blank = exam.blank().filter((i) => exam.questions[i].type !== "short-answer").length;
    const short = exam.questions.some((question) => question.type === "short-answer");
    const gap = exam.questions.some((question) => question.type === "fill-in");
    return [xt.say("result-note"), gap ? xt.say("result-gap") : "", blank ? xt.say(blankToo ? "result-blank-too" : "result-blank", { n: blank }) : "", short ? xt.say("result-short") : ""].join("");
  }

  /** The page of results. @param {any} exam @param {number[]} marks @param {boolean} blankToo @param {() => void} again */
  function page(exam, marks, blankToo, again) {
    const total = xt.el("p.xt-score", { role: "status" });
    const chapters = xt.el("div");
    const draw = () => {
      const got = points(exam, marks);
      const sum = got.reduce((a, b) => a + b, 0);
      xt.fill(total, xt.el("b", null, String(sum)), " " + xt.say(sum >= exam.blueprint.pass ? "passed" : "not-passed", { total: exam.blueprint.total, pass: exam.blueprint.pass }));
      xt.fill(chapters, chapterTable(exam, got));
      exam.keepPoints(sum);
    };
    draw();
    const change = (i, mark) => ((marks[i] = mark), draw());
    return xt.el(
      "div",
      null,
      xt.el("h2", null, xt.say("result")),
      total,
      xt.el("p", null, note(exam, blankToo)),
      xt.el("div.xt-btns", null, xt.el("a.xt-btn.xt-btn--go", { href: exam.root + "quiz/wrong.html" }, xt.say("to-book")), xt.button("", xt.say("another"), again)),
      xt.el("h2", null, xt.say("by-chapter")),
      chapters,
      xt.el("h2", null, xt.say("each")),
      ...exam.questions.map((_, i) => answered(exam, i, marks, (mark) => change(i, mark)))
    );
  }

  xt.result = { grade, page };
})();
