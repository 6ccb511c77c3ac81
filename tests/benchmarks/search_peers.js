// In the page of tests/benchmarks/search.py: our worker and its peers over the same entries, all asked the same queries.
/* eslint-disable no-unused-vars */
"use strict";

/** Readiness is the middle one of so many fresh starts. */
const STARTS = 3;

/** Our worker or Material's, by their common messages. @param {string} address @param {any} index */
function startWorker(address, index) {
  const worker = new Worker(address);
  const next = () =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(address + " does not answer")), 30000);
      worker.onmessage = (event) => {
        clearTimeout(late);
        resolve(event.data);
      };
    });
  const ready = next();
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  return ready.then(() => async (query) => {
    const answer = next();
    worker.postMessage({ type: 2, data: query });
    return (await answer).data.items.map((group) => group.map((item) => item.location).filter(Boolean));
  });
}

/** Pairs of characters of Chinese runs, whole words of others. @param {string} text */
function pairs(text) {
  const out = [];
  for (const run of text.toLowerCase().match(/[\u4e00-\u9fff]+|[a-z0-9%./]+/g) || []) {
    if (/[a-z0-9]/.test(run[0]) || run.length === 1) out.push(run);
    else for (let i = 0; i + 1 < run.length; i += 1) out.push(run.slice(i, i + 2));
  }
  return out;
}

/** MiniSearch over pairs of characters; with `rewrite`, over our numerals and asked our reading of the query. @param {any} index @param {boolean} rewrite */
function startMiniSearch(index, rewrite) {
  const xt = window.xtSearch;
  const plain = rewrite ? xt.plain : (text) => text;
  const mini = new MiniSearch({ fields: ["title", "alias", "text"], storeFields: ["location"], tokenize: pairs, processTerm: (term) => term });
  mini.addAll(index.docs.map((doc, id) => ({ id, location: doc.location, title: plain(doc.title), alias: plain((doc.alias || []).concat(doc.everyday || []).join(" ")), text: plain(doc.text) })));
  const corpus = xt.corpus(index.docs);
  const sounds = xt.sounds(index.config);
  const reader = xt.reader(index.config, corpus, sounds, xt.names(corpus, sounds));
  return async (query) => {
    const words = rewrite ? reader.read(query, false)[0].words.join(" ") : query;
    return mini.search(words, { boost: { title: 4, alias: 3 } }).slice(0, 10).map((hit) => [hit.location]);
  };
}

/** Answers to all queries, with milliseconds for each. @param {(query: string) => Promise<string[][]>} ask @param {string[]} queries */
async function answers(ask, queries) {
  const out = [];
  for (const query of queries) {
    const from = performance.now();
    const found = await ask(query);
    out.push({ found: found.slice(0, 10), ms: performance.now() - from });
  }
  return out;
}

/** @param {string} which @param {string} index address @param {string} worker address @param {string[]} queries */
async function run(which, index, worker, queries) {
  const value = await (await fetch(index)).json();
  const start = () => (which.startsWith("mini") ? startMiniSearch(value, which === "mini-rewritten") : startWorker(worker, value));
  const times = [];
  let ask;
  for (let i = 0; i < STARTS; i += 1) {
    const from = performance.now();
    ask = await start();
    times.push(performance.now() - from);
  }
  return { ready: times.sort((a, b) => a - b)[STARTS >> 1], answers: await answers(ask, queries) };
}
