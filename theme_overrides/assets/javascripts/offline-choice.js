// @ts-check
/**
 * `<offline-choice>`: how much of the site this browser keeps, keeping all of it, removing it. Its parts are in the page,
 * its words in data-*. An address ending in #update=… or #missing comes from the service worker.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  class OfflineChoice extends HTMLElement {
    /** Scripts of every page come after those of a page's own. */
    connectedCallback() {
      customElements.whenDefined("app-update").then(() => this.begin());
    }

    begin() {
      this.say = this.querySelector("[role='status']");
      const part = (name) => /** @type {HTMLElement} */ (this.querySelector("[data-part='" + name + "']"));
      [this.save, this.remove, this.start] = ["save", "remove", "start"].map(part);
      if (!xt.app.possible) return;
      part("plain").hidden = true;
      this.save.addEventListener("click", () => this.keepAll());
      this.remove.addEventListener("click", () => this.forget());
      this.start.addEventListener("click", () => this.again());
      if (location.hash === "#missing") this.tell("missing");
      if (xt.app.removed()) return this.show("start", "removed");
      if (location.hash.startsWith("#update=")) this.takeNew(location.hash.slice(8));
      this.look(location.hash === "#missing");
    }

    /** @param {string} key @param {Record<string, any>=} values */
    tell(key, values) {
      this.say.textContent = this.dataset[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
    }

    /** Shows one button, and says something. @param {string} button @param {string} key @param {any=} values */
    show(button, key, values) {
      for (const one of [this.save, this.remove, this.start]) one.hidden = one.dataset.part !== button && !(button === "save" && one === this.remove);
      if (key) this.tell(key, values);
    }

    /** @param {boolean} quiet whether what was said stays */
    look(quiet) {
      xt.app.ask("state", (answer) => this.draw(answer, quiet));
    }

    draw(answer, quiet) {
      const size = (bytes) => (bytes / 1000000).toFixed(1);
      const values = { n: answer.files, of: answer.of, size: size(answer.bytes), all: size(answer.ofBytes), more: size(answer.ofBytes - answer.bytes) };
      const whole = answer.files >= answer.of;
      this.show(whole ? "remove" : "save", quiet ? "" : whole ? "whole" : "part", values);
      this.save.querySelector("span").textContent = this.dataset.button.replace("{more}", values.more);
    }

    keepAll() {
      this.save.disabled = true;
      xt.app.ask("save", (answer) => {
        if (answer.failed) this.failed = true;
        else if (answer.done) this.tell("saving", answer);
        else this.saved(answer);
      });
    }

    saved(answer) {
      this.save.disabled = false;
      this.draw(answer, !!this.failed);
      if (this.failed) this.tell("failed");
      this.failed = false;
    }

    async forget() {
      await xt.app.remove();
      this.show("start", "removed");
    }

    async again() {
      await xt.app.start();
      this.look(false);
    }

    /** Takes the new version at once and goes on to the page that was asked for. @param {string} path */
    takeNew(path) {
      if (!/^[\w/.-]+\.html$/.test(path) || path.includes("..")) return;
      this.tell("updating");
      const go = () => location.replace(this.dataset.base + "/" + path);
      navigator.serviceWorker.addEventListener("controllerchange", go);
      document.addEventListener("xt-update", () => xt.app.update().registration.waiting.postMessage("accept"));
    }
  }

  if (window.customElements && !customElements.get("offline-choice")) customElements.define("offline-choice", OfflineChoice);
})();
