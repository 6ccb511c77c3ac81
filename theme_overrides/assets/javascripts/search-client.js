// @ts-check
/**
 * `xt.searchClient(element)`: the worker of search with its index, both fetched when first asked for. From a folder, where
 * no worker may start, the same worker runs in the page itself.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** Loads a script once. @param {string} address */
  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /** What takes messages for the worker. @param {string} address @param {(message: any) => void} answer @returns {Promise<(message: any) => void>} */
  async function start(address, answer) {
    if (location.protocol !== "file:") {
      const worker = new Worker(address);
      worker.onmessage = (event) => answer(event.data);
      return (message) => worker.postMessage(message);
    }
    await load(address);
    await window.xtSearch.ready;
    return window.xtSearch.local(answer);
  }

  /** @param {HTMLElement} element with data-index and data-worker */
  xt.searchClient = function (element) {
    /** @type {Map<number, (data: any) => void>} */
    const asked = new Map();
    let last = 0;
    /** @type {Promise<{send: (message: any) => void, labels: Record<string, string>}>|null} */
    let started = null;

    async function open() {
      let ready = () => {};
      const isReady = new Promise((resolve) => (ready = () => resolve(undefined)));
      const answer = (message) => {
        if (message.type === 1) ready();
        if (message.type !== 3 || !asked.has(message.id)) return;
        asked.get(message.id)(message.data);
        asked.delete(message.id);
      };
      const [send] = await Promise.all([start(element.dataset.worker, answer), load(element.dataset.index)]);
      const index = window.__index;
      send({ type: 0, data: index });
      await isReady;
      return { send, labels: index.config.labels };
    }

    return {
      /** Resolves to the labels of kinds when search is ready; fails where it cannot be. */
      async ready() {
        started = started || open();
        return (await started).labels;
      },

      /** @param {string} query @param {{kind: string, limit: number}} wish @returns {Promise<any>} */
      async ask(query, wish) {
        started = started || open();
        const { send } = await started;
        last += 1;
        const id = last;
        return new Promise((resolve) => {
          asked.set(id, resolve);
          send({ type: 2, data: query, id, kind: wish.kind, limit: wish.limit });
        });
      },
    };
  };
})();
