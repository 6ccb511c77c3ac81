// @ts-check
/** `xt.draw`: seeded drawing, the same as generator/derive/drawing.py, whose docstring says each step. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** A stream of uint32 numbers (mulberry32). @param {number} seed @returns {() => number} */
  function numbers(seed) {
    let state = seed >>> 0;
    return function () {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return (t ^ (t >>> 14)) >>> 0;
    };
  }

  /** The values in a random order. @template T @param {T[]} values @param {() => number} stream @returns {T[]} */
  function shuffle(values, stream) {
    const mixed = values.slice();
    for (let i = mixed.length - 1; i > 0; i -= 1) {
      const j = Math.floor((stream() * (i + 1)) / 4294967296);
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  }

  /** Key → its share of a count by weight, remainders to the greatest first. @param {Map<string, number>} weights */
  function quotas(count, weights) {
    const total = Array.from(weights.values()).reduce((a, b) => a + b, 0);
    const shares = new Map(Array.from(weights, ([key, weight]) => [key, Math.floor((count * weight) / total)]));
    let left = count - Array.from(shares.values()).reduce((a, b) => a + b, 0);
    const byRest = Array.from(weights.keys()).sort((a, b) => ((count * weights.get(b)) % total) - ((count * weights.get(a)) % total));
    for (const key of byRest) if (left-- > 0) shares.set(key, shares.get(key) + 1);
    return shares;
  }

  function familiesByChapter(pool) {
    const families = new Map();
    for (const q of pool) {
      if (!families.has(q.chapter)) families.set(q.chapter, new Set());
      families.get(q.chapter).add(q.family);
    }
    return new Map(Array.from(families, ([chapter, members]) => [chapter, members.size]));
  }

  function drawPart(blueprint, [type, count], index, stream, used, forms) {
    const pool = index.filter((q) => q.type === type && (!blueprint.sections.length || blueprint.sections.includes(q.section)));
    const weights = blueprint.shares.length ? new Map(blueprint.shares) : familiesByChapter(pool);
    const mixed = shuffle(pool, stream);
    const taken = Array.from({ length: forms }, () => []);
    const take = (from, form) => {
      const found = from.find((q) => !used.has(q.family));
      if (found) form.push(found) && used.add(found.family);
      return Boolean(found);
    };
    for (const [chapter, places] of weights.size ? quotas(count, weights) : []) {
      const own = mixed.filter((q) => q.chapter === chapter);
      for (let i = 0; i < places; i += 1) for (const form of taken) take(own, form);
    }
    for (const form of taken) while (form.length < count && take(mixed, form));
    return taken;
  }

  /** Form → part → questions of the index. @param {any} blueprint @param {any[]} index @param {number} seed @param {number=} forms */
  function paper(blueprint, index, seed, forms) {
    const stream = numbers(seed);
    const used = new Set();
    const parts = blueprint.parts.map((part) => drawPart(blueprint, part, index, stream, used, forms || 1));
    return Array.from({ length: forms || 1 }, (_, form) => parts.map((part) => part[form]));
  }

  xt.draw = { numbers, shuffle, quotas, paper };
})();
