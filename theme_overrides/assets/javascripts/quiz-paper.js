// @ts-check
/** `xt.paper`: a drawn paper to print (questions, answer sheet, key on its own page), and the wrong numbers of a paper exam. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** Rooms for writing an answer by type. */
  function room(question) {
    if (question.type === "fill-in") return null;
    if (question.type === "short-answer") return xt.el("p.xt-exampaper__room");
    const options = question.parts.map((part, i) => xt.el("li", null, xt.letters[i] + ". " + part.text));
    const left = question.left.map((text, i) => xt.el("li", null, i + 1 + ") " + text));
    return xt.el("ul", null, ...left, ...(question.type === "true-false" ? [] : options));
  }

  /** The key of a question in a few characters. */
  function key(question) {
    if (xt.isChoice(question) && question.type !== "true-false") return question.right.map((i) => xt.letters[i]).join("");
    if (question.type === "ordering" || question.type === "matching") return question.right.map((i) => xt.letters[i]).join("");
    return question.type === "short-answer" ? question.key.join("；") : xt.feedback.answer(question);
  }

  function paperOf(blueprint, name, parts, seed) {
    let n = 0;
    let m = 0;
    const title = blueprint.title + name;
    const heading = (i) => xt.el("h3", null, xt.say("part-marks", { no: xt.words().numerals[i], type: xt.say("type-" + blueprint.parts[i][0]), n: parts[i].length, marks: blueprint.parts[i][2] }));
    const questions = parts.flatMap((list, i) => [heading(i), ...list.map((q) => xt.el("div.xt-exampaper__q", null, xt.el("p", null, (n += 1) + ". " + q.stem), room(q)))]);
    const cells = Array.from({ length: n }, (_, i) => xt.el("li", null, String(i + 1)));
    const keys = parts.flat().map((q) => xt.el("p", null, xt.el("b", null, (m += 1) + ". " + key(q)), "　" + q.why + "　" + q.basis));
    const foot = () => xt.el("p.xt-sub", null, xt.say("paper-foot", { title: blueprint.title, seed, version: xt.words().version }));
    return [
      xt.el("section.xt-exampaper", null, xt.el("h2", null, title), xt.el("p", null, xt.say("paper-head", { minutes: blueprint.minutes, total: blueprint.total })), ...questions, foot()),
      xt.el("section.xt-exampaper", null, xt.el("h2", null, xt.say("answer-sheet", { title })), xt.el("p", null, xt.say("paper-name")), xt.el("ol.xt-exampaper__cells", null, ...cells), foot()),
      xt.el("section.xt-exampaper", null, xt.el("h2", null, xt.say("key-of", { title })), ...keys, foot()),
    ];
  }

  /** Papers A and B of a seed. @param {any} exam @param {number} seed @returns {Promise<Element>} */
  function papers(exam, seed) {
    const forms = xt.draw.paper(exam.blueprint, xt.bank.index(), seed, 2);
    const ids = forms.flat(2).map((q) => q.id);
    return xt.bank.questions(exam.root, ids).then((questions) => {
      const by = new Map(questions.map((q) => [q.id, q]));
      const full = forms.map((parts) => parts.map((list) => list.map((q) => by.get(q.id))));
      return xt.el("div", null, ...full.flatMap((parts, i) => paperOf(exam.blueprint, xt.say("form-" + "ab"[i]), parts, seed)));
    });
  }

  /** Numbers typed freely, 3、7 12-14, as positions from 0. @param {string} text @param {number} count */
  function numbersIn(text, count) {
    const out = new Set();
    for (const [, from, to] of text.normalize("NFKC").matchAll(/(\d+)(?:\s*[-—~至到]\s*(\d+))?/g)) {
      for (let n = Number(from); n <= Math.min(Number(to || from), count); n += 1) if (n >= 1) out.add(n - 1);
    }
    return Array.from(out);
  }

  /** A form for the wrong numbers of a paper exam. @param {any} exam @param {() => number} seedOf */
  function register(exam, seedOf) {
    const field = xt.el("input.xt-input", { id: "wrong-numbers", autocomplete: "off", inputmode: "numeric" });
    const form = xt.el("select.xt-input", { id: "which-form" }, xt.el("option", { value: 0 }, xt.say("form-one")), xt.el("option", { value: 1 }, xt.say("form-a")), xt.el("option", { value: 2 }, xt.say("form-b")));
    const live = xt.el("p", { role: "status" });
    const save = () => {
      const drawn = xt.draw.paper(exam.blueprint, xt.bank.index(), seedOf(), form.value === "0" ? 1 : 2)[form.value === "2" ? 1 : 0].flat();
      const wrong = numbersIn(field.value, drawn.length);
      xt.progress.addAll(drawn.map((q, i) => [q.id, wrong.includes(i) ? xt.plan.WRONG : xt.plan.RIGHT]));
      live.textContent = xt.say("registered", { n: wrong.length, of: drawn.length });
    };
    return xt.el(
      "section.xt-card",
      null,
      xt.el("h2", null, xt.say("register")),
      xt.el("p.xt-field", null, xt.el("label", { for: "which-form" }, xt.say("which-form")), form),
      xt.el("p.xt-field", null, xt.el("label", { for: "wrong-numbers" }, xt.say("wrong-numbers")), field, xt.el("span.xt-hint", null, xt.say("wrong-numbers-hint"))),
      xt.el("div.xt-btns", null, xt.button("", xt.say("register-go"), save)),
      live
    );
  }

  xt.paper = { papers, register, numbersIn };
})();
