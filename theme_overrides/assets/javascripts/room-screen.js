// @ts-check
/**
 * `<room-screen>` around a hidden form: draws questions of a section, chapter or kit and shows them one by one on the whole
 * screen. Keys: arrows turn, space shows the answer, a letter goes to the number of hands, N hides the numbers, Esc leaves.
 * Nothing is stored; `#lesson:id` or `#section:id` in the address chooses what to draw from.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const TURN = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

  class RoomScreen extends xt.Element {
    connectedCallback() {
      this.words = JSON.parse(this.getAttribute("data-words") || "{}");
      this.kits = JSON.parse(this.getAttribute("data-kits") || "{}");
      this.papers = JSON.parse(this.getAttribute("data-papers") || "{}");
      this.root = this.getAttribute("data-root") || "";
      this.form = this.querySelector("form");
      this.form.hidden = false;
      for (const note of this.querySelectorAll(".xt-plain")) note.hidden = true;
      const from = this.form.elements.namedItem("from");
      const asked = decodeURIComponent(location.hash.slice(1));
      if (Array.from(from.options, (option) => option.value).includes(asked)) from.value = asked;
      this.listen(this.form, "submit", (event) => {
        event.preventDefault();
        this.start(from.value, Number(this.form.elements.namedItem("size").value));
      });
    }

    say(text) {
      this.querySelector("[data-said]").textContent = text;
    }

    /** Ids to ask: those of a kit as they are, others mixed, one of each family. */
    pick(from, size) {
      const [kind, id] = from.split(":");
      if (kind === "lesson") return (this.kits[id] || []).slice(0, size);
      if (kind === "paper") return this.paper(this.papers[id]).slice(0, size);
      const kept = { chapter: (q) => q.chapter === id, section: (q) => q.section === id, must: (q) => q.must };
      const pool = xt.bank.index().filter((q) => xt.isChoice(q) && kept[kind](q));
      const families = new Set();
      const mixed = xt.draw.shuffle(pool, xt.draw.numbers(Math.floor(Math.random() * 4294967296)));
      return mixed.filter((q) => !families.has(q.family) && families.add(q.family)).slice(0, size).map((q) => q.id);
    }

    /** A paper drawn anew; only what has options can be shown here. */
    paper(blueprint) {
      const [form] = xt.draw.paper(blueprint, xt.bank.index(), Math.floor(Math.random() * 4294967296));
      return form.flatMap((part) => part).filter(xt.isChoice).map((q) => q.id);
    }

    start(from, size) {
      const ids = this.pick(from, size);
      if (!ids.length) return this.say(this.words.none);
      this.say("");
      xt.bank.questions(this.root, ids).then((questions) => this.open(questions), () => this.say(this.words.lost));
    }

    /** A second press while the bank loads opens nothing more. */
    open(questions) {
      if (this.view) return;
      this.questions = questions;
      this.hands = questions.map((question) => question.parts.map(() => 0));
      this.shown = questions.map(() => false);
      this.counted = true;
      this.at = 0;
      this.build();
      document.body.append(this.screen);
      document.documentElement.classList.add("xt-room-open");
      if (this.screen.requestFullscreen) this.screen.requestFullscreen().catch(() => null);
      this.turn(0);
      this.screen.focus();
    }

    build() {
      const button = (name, action, go) => xt.el("button.xt-btn" + (go ? ".xt-btn--go" : ".xt-btn--q"), { type: "button", click: action }, this.words[name]);
      this.head = xt.el("p.xt-room__head", { "aria-live": "polite" });
      this.place = xt.el("div.xt-room__place");
      this.live = xt.el("p.xt-hide", { role: "status" });
      this.buttons = {
        back: button("back", () => this.turn(-1)),
        show: button("show", () => this.reveal(), true),
        next: button("next", () => this.turn(1)),
        counts: button("counts", () => this.count()),
        leave: button("leave", () => this.close()),
      };
      const foot = xt.el("div.xt-room__foot", null, ...Object.values(this.buttons), xt.el("span.xt-room__keys", null, this.words.keys));
      this.screen = xt.el("div.xt-room.md-typeset", { role: "dialog", "aria-modal": "true", "aria-label": this.words.label, tabindex: "-1" }, this.head, this.place, foot, this.live);
      this.listen(this.screen, "keydown", (event) => this.key(event));
      this.listen(window, "resize", () => this.view && this.view.fit());
    }

    /** Goes some questions on or back. @param {number} by */
    turn(by) {
      const to = this.at + by;
      if (to < 0 || to >= this.questions.length) {
        if (by > 0) this.live.textContent = this.words.end;
        return;
      }
      this.at = to;
      const question = this.questions[to];
      this.view = xt.roomView(this.words, question, this.root, () => this.take());
      this.head.textContent = xt.roomPut(this.words.number, { n: to + 1, of: this.questions.length }) + "　" + this.words[question.type];
      this.view.inputs.forEach((input, i) => (input.value = this.hands[to][i] ? String(this.hands[to][i]) : ""));
      xt.fill(this.place, this.view.node);
      this.buttons.back.disabled = to === 0;
      this.buttons.next.disabled = to === this.questions.length - 1;
      this.live.textContent = "";
      this.draw();
      if (by) this.screen.focus();
    }

    draw() {
      const shown = this.shown[this.at];
      this.view.reveal(shown);
      this.view.draw(this.hands[this.at], this.counted);
      this.buttons.show.textContent = shown ? this.words.hide : this.words.show;
      this.buttons.counts.textContent = this.counted ? this.words.counts : this.words["counts-on"];
      this.view.fit();
    }

    reveal() {
      this.shown[this.at] = !this.shown[this.at];
      this.draw();
      const answer = xt.roomPut(this.words.answer, { answer: xt.feedback.answer(this.questions[this.at]) });
      this.live.textContent = this.shown[this.at] ? answer : "";
    }

    count() {
      this.counted = !this.counted;
      if (!this.counted) this.screen.focus();
      this.draw();
    }

    /** Reads the numbers of hands. */
    take() {
      this.hands[this.at] = this.view.inputs.map((input) => Math.max(0, parseInt(input.value, 10) || 0));
      this.view.draw(this.hands[this.at], this.counted);
    }

    /** Goes to the number of hands of an option. @param {number} i */
    goTo(i) {
      if (!this.counted) this.count();
      const input = this.view.inputs[i];
      if (!input) return this.screen.focus();
      input.focus();
      input.select();
    }

    /** No key goes on to the page below, which has keys of its own. */
    key(event) {
      event.stopPropagation();
      const input = this.view.inputs.indexOf(event.target);
      const letter = /^[a-h]$/i.test(event.key) ? xt.optionKey(event.key) : input < 0 && /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Tab") return this.stay(event);
      const onButton = event.target.tagName === "BUTTON" || event.target.tagName === "A";
      if (event.key === "Escape") this.close();
      else if (TURN[event.key]) this.turn(TURN[event.key]);
      else if (event.key === "Enter" && input >= 0) this.goTo(input + 1);
      else if (event.key === " " && !onButton) this.reveal();
      else if (/^n$/i.test(event.key)) this.count();
      else if (letter >= 0) this.goTo(letter);
      else return;
      event.preventDefault();
    }

    /** Keeps the tab key within the screen. */
    stay(event) {
      const stops = Array.from(this.screen.querySelectorAll("button, input, a[href]")).filter((node) => !node.disabled && node.offsetParent);
      const last = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (document.activeElement !== last && document.activeElement !== (event.shiftKey ? this.screen : null)) return;
      (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
      event.preventDefault();
    }

    close() {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => null);
      document.documentElement.classList.remove("xt-room-open");
      this.screen.remove();
      this.view = null;
      this.form.querySelector("button").focus();
    }
  }

  xt.define("room-screen", RoomScreen);
})();
