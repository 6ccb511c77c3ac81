// @ts-check
/** Search, part 7: which entries answer a query best. BM25F over pairs of characters, longer runs, and synonyms; then names. */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const K = 1.2;
  const FLAT = [0.3, 0.2, 0.6, 0.4];
  const FIELD = [4, 3, 1, 1.3];
  const STATEMENT = [1.6, 1, 0.7, 1.3];
  const PRIOR = {
    procedure: 1.25, term: 1.22, tool: 1.15, document: 1.15, role: 1.15, section: 1.05, rule: 1, step: 0.95, lesson: 0.95, source: 0.9, question: 0.55,
  };
  const WANTED = 1.25;
  const ENOUGH = 0.3;
  const SAFE = 0.7;
  const TOPICAL = 45;
  const QUOTED = 1.7;
  const ASKED = 0.95;
  const LONG = 8;
  const PARTICLES = "的了吗呢吧啊呀么是";

  /** @typedef {{run: string, weight: number, from: number, to: number}} Unit a run to look for; it stands for characters from … to of the query */

  /** @param {any} config @param {any} corpus @param {any} names */
  xt.ranker = function (config, corpus, names) {
    const count = corpus.entries.length;
    const groups = config.same.map((group) => group.map((word) => xt.plain(word)));
    const common = new Set(config.common.map((word) => xt.plain(word)));
    const synonyms = [].concat(...groups).filter((word) => word.length > 1 && !common.has(word));
    const statement = corpus.entries.map((entry) => xt.isStatement(entry.kind));

    /** Everything to look for in a query. @param {string[]} words @returns {Unit[]} */
    function units(words) {
      const found = [];
      let at = 0;
      for (const word of words) {
        found.push(...pairs(word, at, 1), ...longer(word, at), ...others(word, at));
        at += word.length;
      }
      return found.concat(joins(words));
    }

    /** Pairs of characters that a word of the question stood between: 换几次届. @param {string[]} words @returns {Unit[]} */
    function joins(words) {
      const found = [];
      let at = 0;
      for (let i = 0; i + 1 < words.length; i += 1) {
        at += words[i].length;
        const run = words[i].slice(-1) + words[i + 1][0];
        found.push({ run, weight: 0.5, from: at - 1, to: at + 1 });
      }
      return found;
    }

    /** Pairs of characters; numerals stay whole. @param {string} word @param {number} at @param {number} weight @returns {Unit[]} */
    function pairs(word, at, weight) {
      const tokens = word.match(/[0-9./]+%?|[a-z]+|./g) || [];
      if (tokens.length === 1) return [{ run: word, weight: weight * (word.length > 1 ? 1 : 0.5), from: at, to: at + word.length }];
      const found = [];
      let from = at;
      for (let i = 0; i + 1 < tokens.length; i += 1) {
        const run = tokens[i] + tokens[i + 1];
        found.push({ run, weight, from, to: from + run.length });
        for (const other of xt.measured(run)) found.push({ run: other, weight: weight * 0.8, from, to: from + run.length });
        from += tokens[i].length;
      }
      return found;
    }

    /** Runs of three and more characters that stand in the handbook. @param {string} word @param {number} at @returns {Unit[]} */
    function longer(word, at) {
      const found = [];
      let from = at;
      for (const run of xt.segment(corpus, word)) {
        if (run.length > 2) found.push({ run, weight: 0.3 * Math.min(12, run.length - 1), from, to: from + run.length });
        from += run.length;
      }
      return found;
    }

    /** What else the names and words in it go by. @param {string} word @param {number} at @returns {Unit[]} */
    function others(word, at) {
      const found = [];
      for (const { name, at: from } of names.inside(word)) {
        const titles = new Set(names.docsOf.get(name).map((doc) => xt.plain(corpus.entries[doc].title)));
        for (const title of Array.from(titles).slice(0, 3)) {
          if (title === name || title.length > 12) continue;
          found.push({ run: title, weight: 0.9, from: at + from, to: at + from + name.length });
        }
      }
      for (const group of groups) {
        const own = group.find((synonym) => word.includes(synonym));
        if (!own) continue;
        const from = at + word.indexOf(own);
        for (const other of group) if (!word.includes(other) && other.length > 1) found.push({ run: other, weight: 0.3, from, to: from + own.length });
      }
      return found;
    }

    /** BM25F of one run in its entries, added up. @param {Unit} unit @param {Float64Array} scores @param {Uint32Array} covers */
    function add(unit, scores, covers) {
      const { docs, tf } = corpus.postings(unit.run);
      if (!docs.length) return;
      const idf = Math.log(1 + (count - docs.length + 0.5) / (docs.length + 0.5));
      const mask = span(unit.from, unit.to);
      for (let i = 0; i < docs.length; i += 1) {
        const doc = docs[i];
        const weights = statement[doc] ? STATEMENT : FIELD;
        let often = 0;
        for (let field = 0; field < weights.length; field += 1) {
          if (!tf[field][i]) continue;
          const length = corpus.lengths.each[doc * weights.length + field] / Math.max(1, corpus.lengths.mean[field]);
          often += (weights[field] * tf[field][i]) / (1 - FLAT[field] + FLAT[field] * length);
        }
        scores[doc] += (unit.weight * idf * often) / (K + often);
        covers[doc] |= mask;
      }
    }

    /** How near the query comes to one of an entry's names. @param {number} doc @param {string} name @param {string} bare */
    function likeness(doc, name, bare) {
      let best = 0;
      names.namesOf[doc].forEach((own, i) => {
        const share = Math.max(xt.likeness(name, own), 0.97 * xt.likeness(bare, own));
        best = Math.max(best, i ? share * 0.97 : share);
      });
      for (const asked of names.askedOf[doc]) best = Math.max(best, ASKED * xt.likeness(name, asked));
      return best;
    }

    /** Rules whose statement has a long query word for word. @param {string} name @returns {Set<number>} */
    function quotedIn(name) {
      const { docs, tf } = corpus.postings(name.length < LONG ? "" : name);
      return new Set(docs.filter((doc, i) => tf[0][i] && corpus.entries[doc].kind === "rule"));
    }

    /** Whether the query has a name, a word with synonyms, or a run that the handbook is about, not just one it mentions. @param {string[]} words */
    function topical(words) {
      const about = (run) => run.length > 1 && !common.has(run) && !Array.from(run).some((char) => PARTICLES.includes(char)) && corpus.fame(run) >= TOPICAL;
      return words.some(
        (word) =>
          names.inside(word).some(({ name }) => !common.has(name)) ||
          synonyms.some((known) => word.includes(known)) ||
          pairs(word, 0, 1).some((pair) => about(pair.run)),
      );
    }

    /** The characters of a query, as bits, that tell what it is about; all where none does. @param {string} bare @param {number} total */
    function tellingOf(bare, total) {
      let mask = 0;
      common.forEach((word) => {
        for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + 1)) mask |= span(at, at + word.length);
      });
      const all = span(0, total);
      return all & ~mask || all;
    }

    /**
     * The entries that answer a reading of a query, best first.
     * @param {{words: string[], kinds: string[], name: string}} query
     * @returns {{doc: number, score: number, cover: number}[]}
     */
    function rank(query) {
      const total = Math.min(32, query.words.join("").length);
      if (!total) return [];
      const scores = new Float64Array(count);
      const covers = new Uint32Array(count);
      for (const unit of units(query.words)) add(unit, scores, covers);
      const bare = query.words.join("");
      const quoted = quotedIn(query.name);
      const least = topical(query.words) ? ENOUGH : SAFE;
      const telling = tellingOf(bare, total);
      const hits = [];
      for (let doc = 0; doc < count; doc += 1) {
        if (!scores[doc]) continue;
        const cover = bits(covers[doc]) / total;
        const like = likeness(doc, query.name, bare);
        if (like < 1 && bits(covers[doc] & telling) / bits(telling) < least) continue;
        const kind = corpus.entries[doc].kind;
        const wanted = query.kinds.includes(kind) ? WANTED : 1;
        const score = scores[doc] * (0.2 + 0.8 * cover * cover) * (1 + 1.3 * like) * PRIOR[kind] * wanted * (like >= 0.97 ? 2 : 1) * (quoted.has(doc) ? QUOTED : 1);
        hits.push({ doc, score, cover });
      }
      return hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
    }

    return { rank };
  };

  /** The bits of the characters from one to another. @param {number} from @param {number} to */
  function span(from, to) {
    let mask = 0;
    for (let bit = from; bit < to && bit < 32; bit += 1) mask |= 1 << bit;
    return mask;
  }

  /** Number of bits set. @param {number} mask */
  function bits(mask) {
    let left = mask >>> 0;
    let sum = 0;
    for (; left; left &= left - 1) sum += 1;
    return sum;
  }
})(self);
