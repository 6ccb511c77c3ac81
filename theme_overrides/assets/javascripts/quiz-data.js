// @ts-check
/** `<quiz-data>`: what is stored here, the plan's settings, backup as file and text, restoring, wiping. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  class QuizData extends xt.Element {
    connectedCallback() {
      if (this.live) return;
      this.live = xt.el("p", { role: "status", tabindex: "-1" });
      this.facts = xt.el("div");
      this.text = xt.el("textarea.xt-input", { id: "backup-text", rows: 5, spellcheck: "false" });
      this.listen(window, "xt-progress", () => this.draw());
      xt.fill(this, this.live, xt.el("div.xt-two", null, xt.el("section.xt-card", null, xt.el("h2", null, xt.say("here")), this.facts), this.settings()), this.backup(), this.wiping());
      this.draw();
    }

    draw() {
      const record = xt.progress.read();
      const events = Object.values(record.a);
      const list = xt.el("dl.xt-stats");
      const pairs = { met: events.length, answers: events.reduce((sum, list) => sum + list.length, 0), exams: record.h.length, size: Math.ceil(xt.progress.backup().length / 1024) };
      for (const [key, value] of Object.entries(pairs)) list.append(xt.el("div", null, xt.el("dt", null, xt.say("stored-" + key)), xt.el("dd", null, String(value))));
      const trouble = xt.progress.status() === "ok" ? null : xt.el("p.xt-why", null, xt.say("store-" + xt.progress.status()));
      const shared = location.protocol === "file:" ? xt.el("p.xt-why", null, xt.say("file-note")) : null;
      xt.fill(this.facts, trouble, shared, list);
    }

    settings() {
      const now = xt.progress.settings();
      const until = xt.el("input.xt-input", { id: "until", type: "date", value: now.until || "" });
      const cap = xt.el("input.xt-input", { id: "cap", type: "number", min: 1, max: 200, value: now.cap || 20 });
      until.addEventListener("change", () => this.set("until", until.value));
      cap.addEventListener("change", () => this.set("cap", Math.min(200, Math.max(1, Math.floor(Number(cap.value)) || 20))));
      return xt.el(
        "section.xt-card",
        null,
        xt.el("h2", null, xt.say("plan")),
        xt.el("p.xt-field", null, xt.el("label", { for: "until" }, xt.say("until")), until, xt.el("span.xt-hint", null, xt.say("until-hint"))),
        xt.el("p.xt-field", null, xt.el("label", { for: "cap" }, xt.say("cap")), cap, xt.el("span.xt-hint", null, xt.say("cap-hint")))
      );
    }

    set(name, value) {
      xt.progress.set(name, value);
      this.say("saved");
    }

    /** @param {string} key @param {any=} values */
    say(key, values) {
      this.live.textContent = xt.say(key, values);
    }

    backup() {
      const file = xt.el("input.xt-input", { type: "file", accept: ".json,.txt", id: "backup-file", change: () => this.readFile(file) });
      return xt.el(
        "section.xt-card",
        null,
        xt.el("h2", null, xt.say("backup")),
        xt.el("p", null, xt.say("backup-note")),
        xt.el("div.xt-btns", null, xt.button("go", xt.say("download"), () => this.download(), "file-download-outline"), xt.button("", xt.say("show-text"), () => this.showText())),
        xt.el("p.xt-field", null, xt.el("label", { for: "backup-text" }, xt.say("paste")), this.text),
        xt.el("div.xt-btns", null, xt.button("", xt.say("restore"), () => this.restore(this.text.value))),
        xt.el("p.xt-field", null, xt.el("label", { for: "backup-file" }, xt.say("restore-file")), file)
      );
    }

    download() {
      const day = xt.plan.dayText(xt.plan.dayOf(Math.floor(Date.now() / 1000)));
      if (xt.save(xt.say("file-name", { day }), xt.progress.backup(), "application/json")) this.say("downloaded");
    }

    showText() {
      this.text.value = xt.progress.backup();
      this.text.focus();
      this.text.select();
      this.say("copy-it");
    }

    readFile(input) {
      const file = input.files[0];
      if (!file) return;
      if (file.size > 4000000) return this.say("problem-long");
      const reader = new FileReader();
      reader.onload = () => this.restore(String(reader.result));
      reader.readAsText(file);
    }

    restore(text) {
      const found = xt.progress.restore(text);
      if (found.problem) this.say("problem-" + found.problem, { place: found.place });
      else this.say("restored", { n: found.questions });
      this.live.focus();
    }

    /** Wiping asks once more in the page. */
    wiping() {
      const box = xt.el("div.xt-btns");
      const ask = () => {
        xt.fill(box, xt.button("go", xt.say("keep-it"), plain), xt.button("", xt.say("wipe-now"), () => (xt.progress.wipe(), plain(), this.say("wiped"), this.live.focus())));
        box.firstChild.focus();
      };
      const plain = () => xt.fill(box, xt.button("", xt.say("wipe"), ask));
      plain();
      return xt.el("section.xt-card", null, xt.el("h2", null, xt.say("wipe")), xt.el("p", null, xt.say("wipe-note")), box);
    }
  }

  xt.define("quiz-data", QuizData);
})();
