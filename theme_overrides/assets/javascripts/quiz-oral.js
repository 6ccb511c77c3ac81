// @ts-check
/** `<quiz-oral>` round all cards: draws a few to answer aloud, each opened by a tap; without it all cards stand there. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const DRAWN = 4;

  class QuizOral extends xt.Element {
    connectedCallback() {
      if (this.bar) return;
      this.sections = Array.from(this.querySelectorAll("section"));
      this.cards = Array.from(this.querySelectorAll("details[id]"));
      if (!this.cards.length) return;
      this.live = xt.el("p", { role: "status" });
      this.bar = xt.el("div.xt-btns.xt-noprint", null, xt.button("go", xt.say("draw-cards", { n: DRAWN }), () => this.drawCards()), xt.button("", xt.say("all-cards"), () => this.show(this.cards)));
      this.prepend(this.bar, this.live);
    }

    drawCards() {
      const mixed = xt.draw.shuffle(this.sections.filter((section) => section.querySelector("details[id]")), xt.draw.numbers(Date.now() % 4294967296));
      const stream = xt.draw.numbers((Date.now() + 1) % 4294967296);
      const chosen = mixed.slice(0, DRAWN).map((section) => xt.draw.shuffle(Array.from(section.querySelectorAll("details[id]")), stream)[0]);
      this.show(chosen);
      this.live.textContent = xt.say("cards-drawn", { n: chosen.length });
    }

    /** Shows some cards shut, and the learner's own questions. @param {Element[]} chosen */
    show(chosen) {
      for (const card of this.cards) {
        card.hidden = !chosen.includes(card);
        card.open = false;
      }
      for (const section of this.sections) section.hidden = !section.hasAttribute("data-own") && !section.querySelector("details[id]:not([hidden])");
      this.live.textContent = "";
    }
  }

  xt.define("quiz-oral", QuizOral);
})();
