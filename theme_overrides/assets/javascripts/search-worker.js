// @ts-check
/**
 * The worker of search, by the messages of Material's own: `{type: 0, data: {config, docs}}` is answered by `{type: 1}`,
 * `{type: 2, data: "query"}` by `{type: 3, data: {items: [[result], …]}}`. A query may add `kind`, `limit` and `id`; the
 * answer adds counts, what the query was read as, what was not found, and the `id`.
 *
 * A page opened from a folder may not start workers. There the same file, loaded as a plain script, loads the same parts and
 * leaves `xtSearch.local(answer)`, which takes the same messages. The published file has the parts in it already.
 */
(function (scope) {
  "use strict";

  const PARTS = ["text", "corpus", "sounds", "decode", "names", "query", "rank", "present", "engine"];
  const xt = (scope.xtSearch = scope.xtSearch || {});

  /** @param {(message: any) => void} answer @returns {(message: any) => void} */
  xt.local = function (answer) {
    /** @type {any} */
    let engine = null;
    return (message) => {
      if (message.type === 0) {
        engine = xt.engine(message.data);
        answer({ type: 1 });
      } else if (message.type === 2 && engine) {
        const data = engine.search(message.data, { kind: message.kind, limit: message.limit });
        answer({ type: 3, data, id: message.id });
      }
    };
  };

  if (typeof document === "undefined") {
    if (!xt.engine) scope.importScripts(...PARTS.map((part) => "search/" + part + ".js"));
    const take = xt.local((message) => scope.postMessage(message));
    scope.onmessage = (event) => take(event.data);
    return;
  }

  if (xt.engine) {
    xt.ready = Promise.resolve();
    return;
  }
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** Resolves when all parts are there. */
  xt.ready = Promise.all(
    PARTS.map(
      (part) =>
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = own.replace(/search-worker\.js.*$/, "search/" + part + ".js");
          script.async = false;
          script.onload = resolve;
          script.onerror = reject;
          document.head.append(script);
        }),
    ),
  );
})(self);
