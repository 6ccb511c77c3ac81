// @ts-check
/**
 * `<app-update>`: over http(s) registers the service worker once the page is at rest, and shows itself when a new version
 * waits. Taking it reloads this page; other open pages are told and go on with their own version until reloaded.
 *
 * `xt.app` is what the page about offline use asks: the state of what is kept, keeping everything, removing it.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const KEY = "xt-offline";
  const REST = 3000;
  const HOUR = 3600000;
  const workers = location.protocol === "file:" ? undefined : navigator.serviceWorker;

  /** Whether the reader removed the app from this device. */
  function removed() {
    try {
      return localStorage.getItem(KEY) === "removed";
    } catch (refused) {
      return false;
    }
  }

  /** @param {boolean} is */
  function remember(is) {
    try {
      if (is) localStorage.setItem(KEY, "removed");
      else localStorage.removeItem(KEY);
    } catch (refused) {
      // Then it holds for this page only.
    }
  }

  class AppUpdate extends HTMLElement {
    connectedCallback() {
      const [take, later] = this.querySelectorAll("button");
      if (!workers || !take || !later) return;
      this.taking = false;
      take.addEventListener("click", () => this.take());
      later.addEventListener("click", () => (this.hidden = true));
      this.had = !!workers.controller;
      workers.addEventListener("controllerchange", () => this.onChange());
      document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: this.dataset.manifest }));
      if (!removed()) this.wait();
    }

    /** Registers when the page has been read and drawn. */
    wait() {
      const start = () => setTimeout(() => this.register(), workers.controller ? 0 : REST);
      if (document.readyState === "complete") start();
      else window.addEventListener("load", start);
    }

    /** @returns {Promise<ServiceWorkerRegistration|null>} */
    async register() {
      try {
        this.registration = await workers.register(this.dataset.worker, { updateViaCache: "none" });
      } catch (refused) {
        return null;
      }
      if (!this.registration) return null; // where something between us and the browser swallows the call
      this.watch(this.registration);
      return this.registration;
    }

    /** @param {ServiceWorkerRegistration} registration */
    watch(registration) {
      if (registration.waiting && workers.controller) this.offer("new");
      registration.addEventListener("updatefound", () => {
        const found = registration.installing;
        found.addEventListener("statechange", () => {
          if (found.state === "installed" && workers.controller) this.offer("new");
        });
      });
      let looked = Date.now();
      document.addEventListener("visibilitychange", () => {
        if (document.hidden || Date.now() - looked < HOUR) return;
        looked = Date.now();
        registration.update().catch(() => undefined);
      });
    }

    /** Shows that a new version waits ("new"), or that another page has taken it ("taken"). @param {string} which */
    offer(which) {
      const [text, button] = [this.querySelector("p"), this.querySelector("button")];
      text.textContent = this.dataset[which];
      button.textContent = this.dataset[which + "Button"];
      this.hidden = false;
      this.dispatchEvent(new CustomEvent("xt-update", { bubbles: true }));
    }

    take() {
      const waiting = this.registration && this.registration.waiting;
      if (!waiting) return location.reload();
      this.taking = true;
      waiting.postMessage("accept");
    }

    onChange() {
      if (this.taking) location.reload();
      else if (this.had) this.offer("taken");
      this.had = true;
    }
  }

  /** Asks the worker something; `each` takes every answer. @param {string} what @param {(answer: any) => void} each */
  async function ask(what, each) {
    const registration = await workers.ready;
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => each(event.data);
    registration.active.postMessage(what, [channel.port2]);
  }

  xt.app = {
    /** Whether this browser can keep the site. */
    possible: !!workers,
    removed,
    ask,
    update: () => /** @type {any} */ (document.querySelector("app-update")),
    /** Keeps the site again after it was removed. */
    async start() {
      remember(false);
      return xt.app.update().register();
    },
    /** Removes everything kept, and the worker. */
    async remove() {
      remember(true);
      const registration = await workers.getRegistration();
      if (registration) await registration.unregister();
      for (const name of await caches.keys()) if (name.startsWith("xt-site:")) await caches.delete(name);
    },
  };

  if (window.customElements && !customElements.get("app-update")) customElements.define("app-update", AppUpdate);
})();
