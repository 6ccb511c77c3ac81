// @ts-check
/**
 * `<calculator-form data-tool="votes" data-with="…">` around a hidden form: shows the form, and on 「算一算」 the sentence to
 * read out and the working, each line with the rule it rests on.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { put } = xt.numbers;
  const VERDICTS = ["yes", "no", "unsure", "none"];

  /** Hundredths of a yuan; 0 where it is no amount. @param {string} text */
  function fen(text) {
    const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim());
    return found ? Number(found[1]) * 100 + Number((found[2] || "").padEnd(2, "0")) : 0;
  }

  /** Tool → its result from the values of its form. */
  const TOOLS = {
    votes: (data, v) => xt.calculators.votes(data, v.kind, { due: Number(v.due), present: Number(v.present), votes: Number(v.votes), written: Number(v.written) }),
    candidates: (data, v) => xt.calculators.candidates(data, Number(v.seats)),
    term: (data, v) => xt.calculators.term(data, v.kind, v.elected),
    dues: (data, v) => xt.calculators.dues(data, v.kind, fen(v.income)),
    setting: (data, v) => xt.calculators.setting(data, v.kind, Number(v.total), Number(v.formal)),
  };

  class CalculatorForm extends xt.Element {
    connectedCallback() {
      this.data = JSON.parse(this.getAttribute("data-with") || "{}");
      this.data.figures = JSON.parse(document.getElementById("figures").getAttribute("data-figures") || "{}");
      this.form = this.querySelector("form");
      this.form.hidden = false;
      this.listen(this.form, "submit", (event) => {
        event.preventDefault();
        this.show();
      });
      this.listen(this.form, "change", () => this.adapt());
      this.listen(window, "pageshow", () => this.adapt());
      this.adapt();
    }

    /** Shows the fields that the kind chosen asks for, and drops a result that no longer fits. */
    adapt() {
      const kind = this.form.elements.namedItem("kind");
      for (const field of this.querySelectorAll("[data-only]")) {
        const asked = field.getAttribute("data-only").split(" ").includes(kind.value);
        field.hidden = !asked;
        for (const input of field.querySelectorAll("input")) input.disabled = !asked;
      }
      const hint = this.querySelector("[data-base-of]");
      if (hint) hint.textContent = kind.selectedOptions[0].getAttribute("data-base") || "";
      xt.fill(this.querySelector(".xt-calc"));
    }

    values() {
      const found = {};
      for (const input of this.form.querySelectorAll("[name]")) found[input.name] = input.value;
      return found;
    }

    show() {
      const result = TOOLS[this.getAttribute("data-tool")](this.data, this.values());
      const out = this.querySelector(".xt-calc");
      const marks = (this.getAttribute("data-marks") || "").split(" ");
      const mark = marks[VERDICTS.indexOf(result.verdict)] || "";
      const lines = result.lines.map((line) => xt.el("li", null, line.text, this.basis(line.rule)));
      xt.fill(
        out,
        xt.el(
          "div.xt-calc__say.xt-calc__say--" + result.verdict,
          null,
          result.verdict === "bad" ? null : xt.el("p.xt-sub", null, this.getAttribute("data-say")),
          xt.el("p", null, mark ? xt.el("b", { "aria-hidden": "true" }, mark) : null, result.say)
        ),
        lines.length ? xt.el("ol.xt-calc__lines", null, ...lines) : null
      );
    }

    basis(rule) {
      const found = this.data.rules[rule];
      if (!found) return null;
      const doubt = found[2] ? put(this.getAttribute("data-doubt") || "", { word: found[2] }) : "";
      return xt.el("a.xt-plan-basis", { href: found[0] }, put(this.getAttribute("data-basis") || "", { basis: found[1] }) + doubt);
    }
  }

  xt.define("calculator-form", CalculatorForm);
})();
