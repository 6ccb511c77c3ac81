// @ts-check
/** `<quiz-papers data-root data-blueprints>` for those who hold an exam: a drawn paper to print (questions, answer sheet, key on its own page), and the wrong numbers of a paper exam. */
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
    if (question.right.length && question.type !== "true-false") return question.right.map((i) => xt.letters[i]).join("");
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

  /** Papers A and B of a seed. @param {string} root @param {any} blueprint @param {number} seed @returns {Promise<Element>} */
  function papers(root, blueprint, seed) {
    const forms = xt.draw.paper(blueprint, xt.bank.index(), seed, 2);
    const ids = forms.flat(2).map((q) => q.id);
    return xt.bank.questions(root, ids).then((questions) => {
      const by = new Map(questions.map((q) => [q.id, q]));
      const full = forms.map((parts) => parts.map((list) => list.map((q) => by.get(q.id))));
      return xt.el("div", null, ...full.flatMap((parts, i) => paperOf(blueprint, xt.say("form-" + "ab"[i]), parts, seed)));
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

  /** A field with its label. @param {string} id also the key of the label @param {Element} control @param {string=} hint */
  function field(id, control, hint) {
    control.id = id;
    return xt.el("p.xt-field", null, xt.el("label", { for: id }, xt.say(id)), control, hint ? xt.el("span.xt-hint", null, xt.say(hint)) : null);
  }

  class QuizPapers extends xt.Element {
    connectedCallback() {
      if (this.which) return;
      this.root = this.getAttribute("data-root");
      this.blueprints = JSON.parse(this.getAttribute("data-blueprints"));
      this.seed = xt.seedField();
      this.which = xt.el("select.xt-input", null, ...this.blueprints.map((blueprint, i) => xt.el("option", { value: i }, blueprint.title)));
      this.output = xt.el("div.xt-paper-out");
      const make = xt.button("go", xt.say("make-paper"), () => this.print(), "printer-outline");
      xt.fill(
        this,
        xt.el("section.xt-card.xt-noprint", null, xt.el("h2", null, xt.say("which-number")), field("which-paper", this.which), this.seed.node, xt.el("div.xt-btns", null, make)),
        this.register(),
        this.output
      );
    }

    blueprint() {
      return this.blueprints[Number(this.which.value)];
    }

    print() {
      papers(this.root, this.blueprint(), this.seed.value()).then((made) => {
        const go = xt.device.prints && xt.button("go", xt.say("print"), () => window.print(), "printer-outline");
        xt.fill(this.output, xt.el("div.xt-btns.xt-noprint", null, go), made);
        if (go) go.focus();
      });
    }

    /** A form for the wrong numbers of a paper exam. */
    register() {
      const numbers = xt.el("input.xt-input", { autocomplete: "off", inputmode: "numeric" });
      const form = xt.el("select.xt-input", null, ...["a", "b", "one"].map((name) => xt.el("option", { value: name }, xt.say("form-" + name))));
      const live = xt.el("p", { role: "status" });
      const save = () => {
        const drawn = xt.draw.paper(this.blueprint(), xt.bank.index(), this.seed.value(), form.value === "one" ? 1 : 2)[form.value === "b" ? 1 : 0].flat();
        const wrong = numbersIn(numbers.value, drawn.length);
        xt.progress.addAll(drawn.map((q, i) => [q.id, wrong.includes(i) ? xt.plan.WRONG : xt.plan.RIGHT]));
        live.textContent = xt.say("registered", { n: wrong.length, of: drawn.length });
      };
      return xt.el(
        "section.xt-card.xt-noprint",
        { id: "register" },
        xt.el("h2", null, xt.say("register")),
        xt.el("p", null, xt.say("register-note")),
        field("which-form", form),
        field("wrong-numbers", numbers, "wrong-numbers-hint"),
        xt.el("div.xt-btns", null, xt.button("", xt.say("register-go"), save)),
        live
      );
    }
  }

  xt.paper = { numbersIn };
  xt.define("quiz-papers", QuizPapers);
})();
