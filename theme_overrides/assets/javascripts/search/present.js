// @ts-check
/** Search, part 8: results as the page shows them: escaped HTML with marks round whole words, and the words to mark on the page reached. */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const SNIPPET = 76;
  const LEAD = 18;
  const MARKED = 6;
  const SHORT = 4;
  const GROWTH = 3;
  const SAMPLE = 400;
  const NEARLY = 0.75;
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  /** @param {string} text */
  function escape(text) {
    return text.replace(/[&<>"]/g, (char) => ESCAPES[char]);
  }

  /** Where words stand in a text as it is shown: sorted spans that do not overlap. @param {string} text @param {string[]} words */
  function spans(text, words) {
    const map = [];
    const plain = xt.plain(text, map);
    const taken = new Uint8Array(plain.length);
    const found = [];
    for (const word of words) {
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
        const end = at + word.length;
        const cut = xt.isDigit(word[0]) && xt.isDigit(plain[at - 1] || " ");
        if (cut || taken.slice(at, end).some(Boolean)) continue;
        taken.fill(1, at, end);
        found.push({ from: map[at], to: end < map.length ? map[end] : text.length });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  }

  /** A text in pieces, every second one a marked one. @param {string} text @param {{from: number, to: number}[]} found */
  function pieces(text, found) {
    const out = [];
    let at = 0;
    for (const span of found) {
      out.push(text.slice(at, span.from), text.slice(span.from, span.to));
      at = span.to;
    }
    return out.concat(text.slice(at));
  }

  /** The same as HTML. @param {string} text @param {{from: number, to: number}[]} found */
  function mark(text, found) {
    const html = (piece, i) => (i % 2 ? "<mark data-md-highlight>" + escape(piece) + "</mark>" : escape(piece));
    return pieces(text, found).map(html).join("");
  }

  /** The part of a text round the first word found. @param {string} text @param {string[]} words */
  function snippet(text, words) {
    if (text.length <= SNIPPET) return text;
    const first = spans(text, words)[0];
    const from = first && first.from > LEAD * 2 ? first.from - LEAD : 0;
    return (from ? "…" : "") + text.slice(from, from + SNIPPET) + (from + SNIPPET < text.length ? "…" : "");
  }

  /** A run with what nearly always stands before and after it, so that no word is cut: 政治审 is 政治审查. @param {any} corpus @param {string} run */
  xt.whole = function (corpus, run) {
    let word = run;
    for (let i = 0; i < GROWTH; i += 1) {
      const after = usual(corpus, word, word.length);
      const before = usual(corpus, word, -1);
      if (!after && !before) break;
      word = before + word + after;
    }
    return word;
  };

  /** The character that nearly always stands at an offset from a run, or nothing. @param {any} corpus @param {string} run @param {number} offset */
  function usual(corpus, run, offset) {
    const places = corpus.find(run, SAMPLE);
    const seen = {};
    for (const place of places) {
      const char = corpus.text[place + offset] || " ";
      seen[char] = (seen[char] || 0) + 1;
    }
    const most = Object.keys(seen).reduce((a, b) => (seen[b] > (seen[a] || 0) ? b : a), "");
    return xt.isHan(most) && seen[most] >= places.length * NEARLY ? most : "";
  }

  /** What to mark for a query: the runs it was cut into, and the names they stand for, long ones first. @param {any} corpus @param {any} names @param {string[]} words */
  xt.marked = function (corpus, names, words) {
    const runs = [];
    for (const word of words) {
      const cut = xt.segment(corpus, word).filter((run) => run.length > 1);
      const spills = (run) => run.length <= SHORT && names.inside(run).some(({ name }) => name !== run);
      runs.push(...cut.filter((run) => !spills(run)).map((run) => xt.whole(corpus, run)));
      for (const { name } of names.inside(word)) {
        runs.push(name, ...names.docsOf.get(name).slice(0, 3).map((doc) => xt.plain(corpus.entries[doc].title)));
      }
      if (word.length === 1) runs.push(word);
    }
    return Array.from(new Set(runs)).filter((run) => run.length < 14).sort((a, b) => b.length - a.length);
  };

  /** How many characters spans cover. @param {{from: number, to: number}[]} found */
  function length(found) {
    return found.reduce((sum, span) => sum + span.to - span.from, 0);
  }

  /** The text that has most of the words, more than `least` characters of it. @param {string[]} texts @param {string[]} words @param {number} least */
  function nearest(texts, words, least) {
    let best = "";
    for (const text of texts) {
      const size = length(spans(text, words));
      if (size > least) [best, least] = [text, size];
    }
    return best;
  }

  /**
   * One result in the form of Material's worker, with its kind, and its texts in pieces for our own list.
   * @param {{location: string, title: string, text: string, kind: string, alias?: string[], everyday?: string[], place?: string}} entry
   * @param {number} score @param {string[]} words
   */
  xt.present = function (entry, score, words) {
    const text = snippet(entry.text, words);
    const shown = spans(entry.title, words);
    const alias = shown.length ? "" : (entry.alias || []).find((name) => spans(name, words).length > 0);
    const asked = nearest(entry.everyday || [], words, length(shown));
    const below = spans(text, words);
    const terms = {};
    for (const [source, found] of [[entry.title, shown], [text, below]]) {
      for (const span of found) {
        if (Object.keys(terms).length < MARKED) terms[source.slice(span.from, span.to)] = true;
      }
    }
    return {
      location: entry.location,
      title: mark(entry.title, shown),
      text: mark(text, below),
      pieces: {
        title: pieces(entry.title, shown),
        text: pieces(text, below),
        alias: alias ? pieces(alias, spans(alias, words)) : [],
        everyday: asked ? pieces(asked, spans(asked, words)) : [],
        place: entry.place || "",
      },
      kind: entry.kind,
      score,
      terms,
    };
  };
})(self);
