// @ts-check
/**
 * Search, part 2: all text of the index as one string, with the places of every character. Any run of characters is found
 * by going through the places of its rarest one; so nothing needs to be cut into words, and the index is ready at once.
 */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const FIELDS = 4;
  const KEPT = 4000;

  /** Weight of a find in title, alias, text and everyday questions when popularity is measured. */
  const POPULAR = [10, 8, 1, 0];

  /** Kinds whose everyday words are words, and count as names; of other kinds they are questions. */
  const WORDED = ["term", "tool"];

  /**
   * @typedef {{location: string, title: string, text: string, kind: string, alias?: string[], everyday?: string[], place?: string}} Entry
   * @typedef {{docs: number[], tf: number[][]}} Postings which entries hold a run, and how often in each field
   */

  /** Whether entries of a kind have a sentence for a title. @param {string} kind */
  xt.isStatement = (kind) => kind === "rule" || kind === "question";

  /** What an entry is called, compared: its title, other names, everyday words. @param {Entry} entry */
  xt.namesOf = function (entry) {
    const words = WORDED.includes(entry.kind) ? entry.everyday || [] : [];
    return [entry.title].concat(entry.alias || [], words).map((name) => xt.plain(name));
  };

  /** The questions with which people ask for an entry, compared. @param {Entry} entry */
  xt.askedOf = function (entry) {
    return WORDED.includes(entry.kind) ? [] : (entry.everyday || []).map((asked) => xt.plain(asked));
  };

  /** @param {Entry[]} entries */
  xt.corpus = function (entries) {
    const text = assemble(entries);
    const fieldOf = fields(text, entries.length);
    const places = placesOf(text);
    const lengths = measure(fieldOf, entries.length);
    /** @type {Map<string, Postings>} */
    const known = new Map();

    /** What a find in a field is worth as a sign that a run is in use: names count most. @param {number} doc @param {number} field */
    const worth = (doc, field) => (xt.isStatement(entries[doc].kind) ? Math.min(1, POPULAR[field]) : POPULAR[field]);

    /** The places a run stands at; numerals only whole. @param {string} run @param {number} [limit] */
    function find(run, limit) {
      if (!run) return [];
      let rare = 0;
      for (let k = 1; k < run.length; k += 1) {
        if (places.count(run.charCodeAt(k)) < places.count(run.charCodeAt(rare))) rare = k;
      }
      const code = run.charCodeAt(rare);
      const found = [];
      for (let i = places.start(code), end = places.start(code + 1); i < end; i += 1) {
        const at = places.list[i] - rare;
        if (!text.startsWith(run, at)) continue;
        if (xt.isDigit(run[0]) && xt.isDigit(text[at - 1] || " ")) continue;
        if (xt.isDigit(run[run.length - 1]) && xt.isDigit(text[at + run.length] || " ")) continue;
        found.push(at);
        if (limit && found.length >= limit) break;
      }
      return found;
    }

    /** Which entries hold a run, and where. @param {string} run @returns {Postings} */
    function postings(run) {
      const cached = known.get(run);
      if (cached) return cached;
      if (known.size > KEPT) known.clear();
      const made = { docs: [], tf: [[], [], [], []] };
      for (const at of find(run)) {
        const doc = Math.floor(fieldOf[at] / FIELDS);
        let last = made.docs.length - 1;
        if (made.docs[last] !== doc) {
          last = made.docs.push(doc) - 1;
          for (const counts of made.tf) counts.push(0);
        }
        made.tf[fieldOf[at] % FIELDS][last] += 1;
      }
      known.set(run, made);
      return made;
    }

    return {
      entries,
      text,
      lengths,
      find,
      postings,
      /** @param {string} run */
      has: (run) => find(run, 1).length > 0,
      /** @param {string} char */
      placesOf: (char) => places.list.subarray(places.start(char.charCodeAt(0)), places.start(char.charCodeAt(0) + 1)),
      /** How much a run is in use. @param {string} run */
      fame(run) {
        const { docs, tf } = postings(run);
        return docs.reduce((sum, doc, i) => sum + tf.reduce((part, often, field) => part + often[i] * worth(doc, field), 0), 0);
      },
      /** How much a run at these places is in use. @param {ArrayLike<number>} at */
      popularity(at) {
        let sum = 0;
        for (let i = 0; i < at.length; i += 1) sum += worth(Math.floor(fieldOf[at[i]] / FIELDS), fieldOf[at[i]] % FIELDS);
        return sum;
      },
    };
  };

  /** One string: the four fields of each entry, each closed by a line end. @param {Entry[]} entries */
  function assemble(entries) {
    const out = [];
    for (const entry of entries) {
      out.push(xt.plain(entry.title), "\n");
      out.push(xt.namesOf(entry).slice(1).join("\t"), "\n");
      out.push(xt.plain(entry.text + " " + (entry.place || "")), "\n");
      out.push(xt.askedOf(entry).join("\t"), "\n");
    }
    return out.join("");
  }

  /** For each place of the text, four times its entry plus its field. @param {string} text @param {number} count */
  function fields(text, count) {
    const of = new Uint32Array(text.length);
    let at = 0;
    for (let field = 0; field < count * FIELDS; field += 1) {
      const end = text.indexOf("\n", at) + 1;
      of.fill(field, at, end);
      at = end;
    }
    return of;
  }

  /** The places of every character, sorted. @param {string} text */
  function placesOf(text) {
    const starts = new Uint32Array(65538);
    for (let i = 0; i < text.length; i += 1) starts[text.charCodeAt(i) + 1] += 1;
    for (let code = 1; code < starts.length; code += 1) starts[code] += starts[code - 1];
    const next = starts.slice();
    const list = new Uint32Array(text.length);
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      list[next[code]] = i;
      next[code] += 1;
    }
    return {
      list,
      start: (code) => starts[code],
      count: (code) => starts[code + 1] - starts[code],
    };
  }

  /** Length of each field of each entry, and the mean of each field. @param {Uint32Array} fieldOf @param {number} count */
  function measure(fieldOf, count) {
    const each = new Uint32Array(count * FIELDS);
    for (let i = 0; i < fieldOf.length; i += 1) each[fieldOf[i]] += 1;
    const mean = [0, 0, 0, 0];
    for (let i = 0; i < each.length; i += 1) mean[i % FIELDS] += each[i] / Math.max(1, count);
    return { each, mean };
  }
})(self);
