// @ts-check
/** Search, part 5: the names that things go by, found by any spelling, by initials, or by how near they come to a query. */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const NAMED = ["procedure", "term", "role", "document", "section", "step", "lesson", "source", "tool"];
  const LONGEST = 14;

  /** @param {any} corpus @param {any} sounds */
  xt.names = function (corpus, sounds) {
    /** @type {Map<string, number[]>} */
    const docsOf = new Map();
    /** @type {string[][]} */
    const namesOf = corpus.entries.map((entry, doc) => {
      if (!NAMED.includes(entry.kind)) return [];
      const names = xt.namesOf(entry);
      for (const name of names) docsOf.set(name, (docsOf.get(name) || []).concat(doc));
      return names;
    });

    /** The longest names inside a text, in order, not overlapping. @param {string} text @returns {{name: string, at: number}[]} */
    function inside(text) {
      const found = [];
      for (let at = 0; at < text.length; at += 1) {
        for (let size = Math.min(LONGEST, text.length - at); size > 1; size -= 1) {
          const name = text.slice(at, at + size);
          if (!docsOf.has(name)) continue;
          found.push({ name, at });
          at += size - 1;
          break;
        }
      }
      return found;
    }

    /** How many letters a run starting at `from` must take to spell all the letters, or 0. @param {string} name @param {number} from @param {string} letters */
    function spelt(name, from, letters) {
      const step = (at, done) => {
        if (done === letters.length) return at - from;
        if (at >= name.length) return 0;
        if (name[at] === letters[done]) return step(at + 1, done + 1);
        for (const syllable of sounds.of(name[at])) {
          let size = 0;
          while (size < syllable.length && syllable[size] === letters[done + size]) size += 1;
          for (let take = 1; take <= size; take += 1) {
            const end = step(at + 1, done + take);
            if (end) return end;
          }
        }
        return 0;
      };
      return step(from, 0);
    }

    /** Runs of names that letters abbreviate, the most used first. @param {string} letters @returns {{run: string, worth: number}[]} */
    function abbreviated(letters) {
      /** @type {Map<string, number>} */
      const worth = new Map();
      docsOf.forEach((docs, name) => {
        for (let from = 0; from < name.length - 1; from += 1) {
          const size = spelt(name, from, letters);
          if (size < 2) continue;
          const run = name.slice(from, from + size);
          const fit = (from === 0 ? 1.5 : 0) + (size === name.length ? 3 : 0) + (corpus.entries[docs[0]].kind === "section" ? -0.5 : 0);
          worth.set(run, Math.max(worth.get(run) || 0, fit));
        }
      });
      const ranked = [];
      worth.forEach((fit, run) => {
        ranked.push({ run, worth: fit + Math.log2(1 + corpus.fame(run) / 2) });
      });
      return ranked.sort((a, b) => b.worth - a.worth || (a.run < b.run ? -1 : 1));
    }

    return {
      namesOf,
      /** The questions with which people ask for each entry. */
      askedOf: corpus.entries.map(xt.askedOf),
      inside,
      abbreviated,
      docsOf,
      /** Names that share most with a text, best first. @param {string} text @param {number} limit */
      near(text, limit) {
        const found = [];
        docsOf.forEach((docs, name) => {
          const share = xt.likeness(text, name);
          if (share >= 0.3 && name !== text) found.push({ title: corpus.entries[docs[0]].title, share });
        });
        found.sort((a, b) => b.share - a.share || a.title.length - b.title.length);
        return Array.from(new Set(found.map((item) => item.title))).slice(0, limit);
      },
    };
  };

  /** How near two names are, 0 … 1: equal, one within the other, or pairs of characters in common. @param {string} a @param {string} b */
  xt.likeness = function (a, b) {
    if (a === b) return 1;
    if (a.length < 2 || b.length < 2) return 0;
    if (b.includes(a)) return (b.startsWith(a) ? 0.6 : 0.55) + (0.35 * a.length) / b.length;
    if (a.includes(b)) return Math.min(0.45, (1.5 * b.length) / a.length) + (0.45 * b.length) / a.length;
    let common = 0;
    for (let i = 0; i + 1 < a.length; i += 1) if (b.includes(a.slice(i, i + 2))) common += 1;
    return (1.4 * common) / (a.length + b.length - 2);
  };
})(self);
