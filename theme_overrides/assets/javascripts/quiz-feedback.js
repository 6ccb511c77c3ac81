// @ts-check
/** `xt.feedback`: the verdict line and the explanation of a question that was answered, and the text that reports a fault. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const LOOK = { 1: ["no", "close-circle-outline"], 2: ["unsure", "help-circle-outline"], 3: ["yes", "check-circle"] };

  /** The right answer in words. @param {any} question */
  function answer(question) {
    const text = (i) => question.parts[i].text;
    if (question.type === "true-false") return text(question.right[0]);
    if (xt.isChoice(question)) return question.right.map((i) => xt.say("letter-text", { letter: xt.letters[i], text: text(i) })).join("；");
    if (question.type === "ordering") return question.right.map(text).join(" → ");
    if (question.type === "matching") return question.right.map((i, left) => question.left[left] + "—" + text(i)).join("；");
    return question.type === "fill-in" ? question.key[0] : "";
  }

  /** @param {any} question @param {number} mark */
  function verdict(question, mark) {
    const [kind, icon] = LOOK[mark];
    const words = question.type === "short-answer" ? xt.say("compared-" + kind) : xt.say("verdict-" + (mark === 1 && question.type === "fill-in" ? "other" : kind), { answer: answer(question) });
    return xt.el("p.xt-verdict.xt-verdict--" + kind, null, xt.icon(icon), words);
  }

  /** @param {any} question @param {string} root path to the site's root */
  function explanation(question, root) {
    const [icon, word] = xt.words().evidence[question.evidence];
    return xt.el(
      "section.xt-explain",
      null,
      xt.el("h3", null, xt.say("why")),
      xt.el("p", null, question.why),
      xt.el(
        "div.xt-rule__src",
        null,
        xt.el("a.xt-basis", { href: root + question.rule }, xt.icon("gavel"), xt.el("span", null, xt.say("basis", { basis: question.basis }))),
        xt.el("span.xt-ev.xt-ev--" + question.evidence, null, xt.icon(icon), word)
      )
    );
  }

  /** A line that opens a text with the question's id and version, to copy and send on. @param {any} question */
  function report(question) {
    const text = xt.say("report-text", { id: question.id, version: xt.words().version, stem: question.stem });
    const field = xt.el("textarea.xt-input", { readonly: true, rows: 4, "aria-label": xt.say("report") });
    field.value = text;
    return xt.el(
      "details.xt-fold.xt-err",
      { toggle: (event) => event.target.open && field.select() },
      xt.el("summary", null, xt.say("report-id", { id: question.id })),
      xt.el("div", null, xt.el("p", null, xt.say("report-how")), field)
    );
  }

  xt.feedback = { answer, verdict, explanation, report };
})();
