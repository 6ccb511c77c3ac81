// @ts-check
/**
 * Search, part 6: a query taken apart. Words of questions tell what kind of thing is wanted; the rest is what is looked for.
 * Where part of it stands nowhere in the handbook, it is read by its sound or shape.
 */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const MEASURES = "名人个位";
  const LONGEST = 20;
  const QUOTED = 9;
  const BOUND = 25;
  const SEEN = 5;

  /**
   * @typedef {{words: string[], typed: string[], kinds: string[], name: string, instead: string, missing: string[]}} Query
   *   words: what is looked for; typed: the same before repair; kinds: what is wanted; name: all of it in one; instead: what it was read as
   */

  /** @param {any} config @param {any} corpus @param {any} sounds @param {any} names */
  xt.reader = function (config, corpus, sounds, names) {
    /** @type {Map<string, string[]>} */
    const asking = new Map();
    for (const [words, kinds] of config.asking) for (const word of words) asking.set(xt.plain(word), kinds);
    const kept = new Set(config.kept.map((word) => xt.plain(word)));
    const longest = Math.max(...Array.from(asking.keys(), (word) => word.length));

    /** The word of a question at a place, if any. @param {string} text @param {number} at */
    function askedAt(text, at) {
      for (let size = Math.min(longest, text.length - at); size > 0; size -= 1) {
        const word = text.slice(at, at + size);
        if (asking.has(word) && (size > 1 || !bound(text, at))) return word;
      }
      return "";
    }

    /** Whether a character belongs to a word of the handbook with one of its neighbours. @param {string} text @param {number} at */
    function bound(text, at) {
      const pair = (from) => from >= 0 && from + 2 <= text.length && corpus.fame(text.slice(from, from + 2)) >= BOUND;
      return pair(at - 1) || pair(at);
    }

    /** What a text looks for, without words of questions, and the kinds they ask for. @param {string} text */
    function strip(text) {
      const words = [];
      const kinds = [];
      let word = "";
      for (let at = 0; at < text.length; ) {
        const asked = askedAt(text, at);
        if (asked) kinds.push(...asking.get(asked));
        if (asked && !kept.has(asked)) {
          if (word) words.push(word);
          word = "";
        } else {
          word += asked || text[at];
        }
        at += (asked || "x").length;
      }
      if (word) words.push(word);
      return { words, kinds };
    }

    /** Whether a slip may be believed: few, never most of a short run, and the run is in use. @param {{run: string, slips: number, places: ArrayLike<number>}} node */
    function believable(node) {
      if (!node.slips) return true;
      if (node.run.length < 3) return node.slips === 1 && names.docsOf.has(node.run);
      if (node.places.length < SEEN && !names.docsOf.has(node.run)) return false;
      return node.slips <= Math.max(1, Math.floor(node.run.length / 2.5));
    }

    /** A word as it stands, or as it was probably meant. @param {string} word @param {boolean} eager even where each part stands somewhere */
    function repair(word, eager) {
      const exact = xt.decode(corpus, Array.from(word, (char) => new Map([[char, 0]])), () => true);
      if (word.length < 2 || (!eager && exact.pieces.every((piece) => !piece.alone))) return word;
      const slots = Array.from(word, (char) => (xt.isHan(char) ? sounds.slip(char) : new Map([[char, 0]])));
      const meant = xt.decode(corpus, slots, believable);
      const alone = (pieces) => pieces.filter((piece) => piece.alone).length;
      if (meant.cost >= exact.cost || (!eager && alone(meant.pieces) >= alone(exact.pieces))) return word;
      return meant.pieces.map((piece) => (piece.alone ? word[piece.from] : piece.run)).join("");
    }

    /** What letters spell: whole syllables as characters, or nothing. @param {string} letters @param {boolean} slack */
    function spoken(letters, slack) {
      let best = null;
      for (const way of sounds.cut(letters)) {
        const slots = way.map((part) => sounds.sounded(part.replace("*", ""), part.endsWith("*"), slack));
        const read = xt.decode(corpus, slots, () => true);
        if (!best || read.cost < best.cost) best = read;
      }
      if (!best || best.pieces.every((piece) => piece.alone)) return null;
      const alone = best.pieces.filter((piece) => piece.alone).length;
      return { text: best.pieces.map((piece) => piece.run).join(""), sure: alone === 0, cost: best.cost };
    }

    /** What a run of letters may stand for, likeliest first. @param {string} letters @returns {string[]} */
    function lettered(letters) {
      const bare = letters.replace(/[’']/g, "'");
      if (corpus.postings(bare).docs.length && bare.length > 3) return [bare];
      const read = spoken(bare, false);
      if (read && read.sure) return [read.text];
      const short = names.abbreviated(bare.replace(/'/g, "")).slice(0, 4);
      if (short.length) return short.filter((item) => item.worth > short[0].worth - 4).map((item) => xt.whole(corpus, item.run));
      const slack = read || spoken(bare, true);
      return slack ? [slack.text] : [];
    }

    /** @param {string} typed @param {boolean} eager @returns {Query[]} readings of the query, likeliest first */
    function read(typed, eager) {
      const plain = xt.plain(typed.trim());
      const runs = xt.runs(/^[a-z' ’]+$/.test(plain) ? plain.replace(/ /g, "") : plain);
      const options = runs.map((run) => (/[a-z]/.test(run[0]) ? lettered(run) : [run]));
      const missing = runs.filter((_, i) => !options[i].length);
      const count = Math.max(0, ...options.map((option) => option.length));
      const readings = [];
      for (let i = 0; i < Math.max(1, count); i += 1) {
        const texts = options.filter((option) => option.length).map((option) => option[Math.min(i, option.length - 1)]);
        readings.push(reading(texts, missing, options.some((option, k) => option.length > 0 && option[0] !== runs[k]), eager));
      }
      return readings;
    }

    /** @param {string[]} texts @param {string[]} missing @param {boolean} spelt whether letters were read as characters @param {boolean} eager */
    function reading(texts, missing, spelt, eager) {
      const whole = eager ? repair(texts.join(""), true) : texts.join("");
      const known = names.docsOf.has(whole);
      if (known && whole !== texts.join("")) return { words: [whole], typed: texts, kinds: [], name: whole, instead: whole, missing };
      const stripped = texts.map(strip);
      const before = stripped.reduce((all, part) => all.concat(part.words), []);
      const words = known ? before : before.map((word) => repair(word, eager));
      const repaired = words.some((word, i) => word !== before[i]);
      const kinds = stripped.reduce((all, part) => all.concat(part.kinds), []);
      if (/[0-9]/.test(texts.join(""))) kinds.push("rule", "term");
      else if (before.join("").length >= QUOTED) kinds.push("rule");
      return {
        words,
        typed: before,
        kinds,
        name: texts.join(""),
        instead: spelt || repaired ? (repaired ? words.join(" ") : texts.join(" ")) : "",
        missing,
      };
    }

    return { read };
  };

  /** A word as runs that stand in the handbook, as few as possible; single characters where nothing fits. @param {any} corpus @param {string} word */
  xt.segment = function (corpus, word) {
    const best = [{ cost: 0, runs: [] }];
    for (let from = 0; from < word.length; from += 1) {
      for (let size = 1; size <= LONGEST && from + size <= word.length; size += 1) {
        const run = word.slice(from, from + size);
        if (size > 1 && !corpus.has(run)) break;
        const cost = best[from].cost + (size > 1 ? 1 : 1.6);
        if (!best[from + size] || cost < best[from + size].cost) best[from + size] = { cost, runs: best[from].runs.concat(run) };
      }
    }
    return best[word.length].runs;
  };

  /** The same number with another measure word: 3名, 3人, 3个. @param {string} run */
  xt.measured = function (run) {
    const found = /^([0-9]+)([名人个位])$/.exec(run);
    return found ? Array.from(MEASURES, (measure) => found[1] + measure).filter((other) => other !== run) : [];
  };
})(self);
