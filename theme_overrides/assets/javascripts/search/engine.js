// @ts-check
/** Search, part 9: all parts together; a query in, results with what a reader must know of them out. */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const FAINT = 0.02;
  const NEAR = 5;
  const FEW = 4;
  const LESS = 0.93;
  const GAIN = 0.25;
  const KNOWN = 45;
  const LONG = 12;

  /** @param {{config: any, docs: any[]}} index */
  xt.engine = function (index) {
    const corpus = xt.corpus(index.docs);
    const sounds = xt.sounds(index.config);
    const names = xt.names(corpus, sounds);
    const reader = xt.reader(index.config, corpus, sounds, names);
    const ranker = xt.ranker(index.config, corpus, names);

    /** The readings of a query: what was typed, unless it stands nowhere as typed and what sounds like it does. @param {string} typed */
    function readingsOf(typed) {
      const plain = reader.read(typed, false);
      const word = plain[0].words.join("");
      if (!word || word.length > LONG || plain[0].instead || corpus.has(word)) return plain;
      const meant = reader.read(typed, true);
      const other = meant[0].words.join("");
      const known = names.docsOf.has(other) || corpus.fame(other) >= KNOWN;
      return known || best(meant[0]) > best(plain[0]) + GAIN ? meant : plain;
    }

    /** The hits of one reading, reckoned once. @param {any} reading */
    function hits(reading) {
      reading.hits = reading.hits || ranker.rank(reading);
      return reading.hits;
    }

    /** How much of a reading the entries have at most, 0 … 1. @param {any} reading */
    function best(reading) {
      return hits(reading).reduce((most, hit) => Math.max(most, hit.cover), 0);
    }

    /** The hits of all readings, each reading a little below the one before. @param {any[]} readings */
    function hitsOf(readings) {
      /** @type {Map<number, number>} */
      const scores = new Map();
      readings.forEach((reading, i) => {
        for (const { doc, score } of hits(reading)) {
          const share = (score / hits(reading)[0].score) * Math.pow(LESS, i);
          scores.set(doc, Math.max(scores.get(doc) || 0, share));
        }
      });
      return Array.from(scores, ([doc, score]) => ({ doc, score }))
        .filter((hit) => hit.score >= FAINT)
        .sort((a, b) => b.score - a.score || a.doc - b.doc);
    }

    /** Words that stand nowhere in the handbook. @param {any} reading */
    function missing(reading) {
      const lost = reading.missing.slice();
      for (const word of reading.words) {
        let alone = "";
        for (const run of xt.segment(corpus, word).concat("")) {
          if (run.length === 1) {
            alone += run;
            continue;
          }
          if (alone && !corpus.has(alone)) lost.push(alone);
          alone = "";
        }
      }
      return lost;
    }

    return {
      /**
       * @param {string} typed
       * @param {{kind?: string, limit?: number}} [wish]
       */
      search(typed, wish) {
        const { kind = "", limit = 30 } = wish || {};
        const readings = readingsOf(typed);
        const found = hitsOf(readings);
        const counts = {};
        for (const hit of found) counts[corpus.entries[hit.doc].kind] = (counts[corpus.entries[hit.doc].kind] || 0) + 1;
        const lost = found.length ? missing(readings[0]) : readings[0].typed.concat(readings[0].missing);
        const words = readings.reduce((all, reading) => all.concat(xt.marked(corpus, names, reading.words)), []);
        const shown = found.filter((hit) => !kind || corpus.entries[hit.doc].kind === kind);
        return {
          items: shown.slice(0, limit).map((hit) => [xt.present(corpus.entries[hit.doc], hit.score, words)]),
          total: shown.length,
          all: found.length,
          counts,
          instead: found.length ? readings.map((reading) => reading.instead).filter(Boolean).slice(0, 3) : [],
          missing: Array.from(new Set(lost)),
          near: lost.length && found.length < FEW ? names.near(readings[0].words.join("") || readings[0].name, NEAR) : [],
        };
      },
    };
  };
})(self);
