// @ts-check
/**
 * `xt.question(question, name, changed)`: one question as a fieldset with its way to answer:
 * { node, stem, answer(), set(answer), pick(position), lock() }. Other ways than options are in quiz-answer-forms.js.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const CHOICES = ["single", "multiple", "true-false", "case"];

  /** Rows of options; each row is the label of a real radio or check box. */
  function options(question, name, changed) {
    const many = question.type === "multiple";
    const inputs = question.parts.map((_, i) => xt.el("input", { type: many ? "checkbox" : "radio", name, value: i, change: changed }));
    const chosen = () => xt.el("span.xt-opt__v", { "aria-hidden": "true" }, xt.icon("check-circle-outline"), xt.say("chosen"));
    const rows = question.parts.map((part, i) =>
      xt.el("li.xt-opt", null, xt.el("label", null, inputs[i], xt.el("span.xt-opt__k", null, LETTERS[i]), xt.el("span.xt-opt__t", null, part.text), chosen()))
    );
    return {
      node: xt.el("ul.xt-opts", null, ...rows),
      rows,
      answer: () => inputs.map((input, i) => (input.checked ? i : -1)).filter((i) => i >= 0),
      set: (answer) => inputs.forEach((input, i) => (input.checked = answer.includes(i))),
      lock: () => inputs.forEach((input) => (input.disabled = true)),
      pick(i) {
        if (!inputs[i] || inputs[i].disabled) return false;
        inputs[i].checked = !many || !inputs[i].checked;
        inputs[i].focus();
        changed();
        return true;
      },
    };
  }

  /** Says at each option whether it is right and why not. @param {any} question @param {any} view @param {any[]} answer */
  function mark(question, view, answer) {
    view.rows.forEach((row, i) => {
      row.querySelector(".xt-opt__v").remove();
      const right = question.right.includes(i);
      const mine = answer.includes(i);
      row.classList.add(right ? "xt-opt--right" : mine ? "xt-opt--mine" : "xt-opt--other");
      const word = right ? (mine ? "mine-right" : "right") : mine ? "mine-wrong" : "other";
      row.append(xt.el("span.xt-opt__v", null, xt.icon(right ? "check-circle" : "close-circle-outline"), xt.say("option-" + word)));
      if (question.parts[i].why) row.append(xt.el("div.xt-opt__w", null, question.parts[i].why));
    });
  }

  xt.letters = LETTERS;

  /** Position that a key chooses: A–H or 1–9; -1 for other keys. @param {string} key */
  xt.optionKey = (key) => (/^[a-h]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : /^[1-9]$/.test(key) ? Number(key) - 1 : -1);
  xt.isChoice = (question) => CHOICES.includes(question.type);

  xt.question = function (question, name, changed) {
    const form = xt.isChoice(question) ? options(question, name, changed) : xt.answerForms[question.type](question, name, changed);
    const stem = xt.el("legend.xt-q__stem", null, question.stem);
    return Object.assign({ pick: () => false }, form, {
      node: xt.el("fieldset.xt-q", null, stem, form.node),
      stem,
      question,
      /** Shows what was right. @param {any[]} answer */
      mark(answer) {
        form.lock();
        if (form.rows) mark(question, form, answer);
      },
    });
  };
})();
