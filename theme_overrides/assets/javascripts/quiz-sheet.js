// @ts-check
/** `xt.sheet`: the answer sheet of an exam: a cell for each question that says its state, and the button that hands in. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  function legend() {
    const item = (kind) => xt.el("li", null, xt.el("span.xt-cell" + (kind ? ".is-" + kind : ""), { "aria-hidden": "true" }), xt.say("cell-" + (kind || "empty")));
    return xt.el("ul.xt-legend", null, item("done"), item(""), item("flag"), item("now"));
  }

  /** @param {any} exam the element @param {number} n position over all parts, from 0 */
  function cell(exam, n) {
    const id = exam.questions[n].id;
    const done = xt.scoring.answered(exam.state.answers[id]);
    const flag = exam.state.flags.includes(id);
    const now = n === exam.at;
    const states = [xt.say(done ? "cell-done" : "cell-empty"), flag ? xt.say("cell-flag") : ""].filter(Boolean).join("，");
    const classes = (done ? ".is-done" : "") + (flag ? ".is-flag" : "") + (now ? ".is-now" : "");
    const label = xt.say("cell", { n: n + 1, states });
    return xt.el("button.xt-cell" + classes, { type: "button", "aria-label": label, "aria-current": now ? "true" : null, click: () => exam.go(n) }, String(n + 1));
  }

  /** Title of a part: 一、单选（30 题）. @param {any} exam @param {number} i */
  function partTitle(exam, i) {
    return xt.say("part", { no: xt.words().numerals[i], type: xt.say("type-" + exam.blueprint.parts[i][0]), n: exam.state.parts[i].length });
  }

  /** The whole sheet. @param {any} exam */
  function sheet(exam) {
    let n = 0;
    const parts = [];
    exam.state.parts.forEach((ids, i) => {
      if (!ids.length) return;
      parts.push(xt.el("h3", null, partTitle(exam, i)));
      parts.push(xt.el("ol.xt-sheet__g", null, ...ids.map(() => xt.el("li", null, cell(exam, n++)))));
    });
    const blank = exam.blank().length;
    return xt.el(
      "section.xt-card.xt-sheet",
      null,
      xt.el("h2", null, xt.say("sheet"), xt.el("span", null, xt.say("sheet-count", { done: n - blank, blank }))),
      legend(),
      ...parts,
      xt.el("div.xt-btns", null, xt.button("", xt.say("hand-in"), () => exam.ask())),
      xt.el("p.xt-sub", null, blank ? xt.say("blank-note", { n: blank }) : xt.say("none-blank"))
    );
  }

  xt.sheet = { sheet, partTitle };
})();
