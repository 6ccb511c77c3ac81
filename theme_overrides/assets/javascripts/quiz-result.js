// @ts-check
/** `xt.result`: the marks of an exam and the page that shows them: total, by chapter, each question with its answer. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** Marks each question is worth, in order. @param {any} exam */
  function worth(exam) {
    return exam.state.parts.flatMap((ids, i) => ids.map(() => exam.blueprint.parts[i][2]));
  }

  /** Mark of each question; a short answer has the mark its ticked points give. @param {any} exam */
  function grade(exam) {
    return exam.questions.map((question) => xt.scoring.score(question, question.type === "short-answer" ? [] : exam.state.answers[question.id] || []));
  }

  /** Points got: all for right, for a short answer its share of the points met. */
  function points(exam, marks, met) {
    return worth(exam).map((value, i) => {
      const question = exam.questions[i];
      if (question.type === "short-answer") return Math.round((value * (met[question.id] || 0)) / question.key.length);
      return marks[i] === xt.plan.RIGHT ? value : 0;
    });
  }

  /** Chapter title → [got, of]. */
  function byChapter(exam, got) {
    const titles = xt.bank.places().chapters;
    const sums = new Map();
    worth(exam).forEach((value, i) => {
      const title = titles[exam.questions[i].chapter];
      const sum = sums.get(title) || [0, 0];
      sums.set(title, [sum[0] + got[i], sum[1] + value]);
    });
    return sums;
  }

  function chapterTable(exam, got) {
    const order = Object.values(xt.bank.places().chapters);
    const sums = Array.from(byChapter(exam, got)).sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
    const rows = sums.map(([title, [some, all]]) => xt.el("tr", null, xt.el("th", { scope: "row" }, title), xt.el("td", null, xt.say("of-marks", { got: some, all }))));
    return xt.el("table.xt-table", null, xt.el("tbody", null, ...rows));
  }

  /** A question as it was answered, in a fold that stands open where the answer was wrong. */
  function answered(exam, i, marks, onPoints) {
    const question = exam.questions[i];
    const answer = exam.state.answers[question.id] || [];
    const view = xt.question(question, "r" + i, () => onPoints(question.id, view.answer().filter((tick) => tick === true).length));
    view.set(answer);
    if (question.type === "short-answer") {
      view.node.querySelector(".xt-points").hidden = false;
      view.node.querySelector("textarea").readOnly = true;
    } else view.mark(answer);
    const word = question.type === "short-answer" ? "self" : !xt.scoring.answered(answer) ? "blank" : marks[i] === xt.plan.RIGHT ? "right" : "wrong";
    const doubt = word === "right" ? xt.button("q", xt.say("not-sure"), () => (xt.progress.add(question.id, xt.plan.UNSURE, exam.moment), doubt.replaceWith(xt.el("p.xt-sub", { role: "status" }, xt.say("will-return")))), "help-circle-outline") : null;
    const answerLine = xt.isChoice(question) ? null : xt.el("p", null, xt.say("answer-is", { answer: xt.feedback.answer(question) }));
    return xt.el(
      "details.xt-fold",
      { open: word === "wrong" || word === "self" },
      xt.el("summary", null, xt.say("result-line", { n: i + 1, state: xt.say(word) })),
      xt.el("div", null, view.node, question.type === "short-answer" ? null : answerLine, doubt, xt.feedback.explanation(question, exam.root), xt.feedback.report(question))
    );
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
    const met = {};
    const total = xt.el("p.xt-score", { role: "status" });
    const chapters = xt.el("div");
    const draw = () => {
      const got = points(exam, marks, met);
      const sum = got.reduce((a, b) => a + b, 0);
      xt.fill(total, xt.el("b", null, String(sum)), " " + xt.say(sum >= exam.blueprint.pass ? "passed" : "not-passed", { total: exam.blueprint.total, pass: exam.blueprint.pass }));
      xt.fill(chapters, chapterTable(exam, got));
    };
    draw();
    const onPoints = (id, n) => {
      met[id] = n;
      draw();
    };
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
      ...exam.questions.map((_, i) => answered(exam, i, marks, onPoints))
    );
  }

  xt.result = { grade, points, page };
})();
