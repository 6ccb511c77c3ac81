// @ts-check
/** Search, part 3: how characters sound and what they are mistaken for; pinyin cut into syllables. */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const LONGEST = 6;
  const READINGS = 12;

  /** A syllable as careless ears and dialects hear it. @param {string} syllable */
  function careless(syllable) {
    return syllable.replace(/^([zcs])h/, "$1").replace(/^n/, "l").replace(/ng$/, "n").replace(/^hu(?=[aeio])/, "f");
  }

  /** A character, with the numeral it stands for in compared text. @param {string} char */
  function numbered(char) {
    const plain = xt.plain(char);
    return plain === char || plain.length > 1 ? char : char + plain;
  }

  /** @param {{sounds: Record<string, string>, alike: string[]}} config */
  xt.sounds = function (config) {
    /** @type {Map<string, string[]>} */
    const syllables = new Map();
    /** @type {Map<string, string>} */
    const loose = new Map();
    /** @type {Record<string, string>} */
    const spelt = {};
    for (const syllable of Object.keys(config.sounds)) {
      spelt[syllable] = Array.from(config.sounds[syllable], numbered).join("");
      loose.set(careless(syllable), (loose.get(careless(syllable)) || "") + spelt[syllable]);
      for (const char of spelt[syllable]) {
        if (!syllables.has(char)) syllables.set(char, []);
        syllables.get(char).push(syllable);
      }
    }
    /** @type {Map<string, string>} */
    const alike = new Map();
    for (const group of config.alike) {
      for (const char of group) alike.set(char, (alike.get(char) || "") + group);
    }

    /** @param {string} head letters at the beginning of a syllable */
    const starting = (head) => Object.keys(spelt).filter((syllable) => syllable.startsWith(head));

    return {
      /** The readings of a character. @param {string} char @returns {string[]} */
      of: (char) => syllables.get(char) || [],

      /** What a typed character may have been meant for, with the cost of believing so. @param {string} char */
      slip(char) {
        const costs = new Map([[char, 0]]);
        const add = (chars, cost) => {
          for (const other of chars || "") if (!costs.has(other)) costs.set(other, cost);
        };
        for (const syllable of syllables.get(char) || []) add(spelt[syllable], 0.6);
        add(alike.get(char), 0.7);
        for (const syllable of syllables.get(char) || []) add(loose.get(careless(syllable)), 0.9);
        return costs;
      },

      /** The characters a syllable, or the beginning of one, may stand for. @param {string} letters @param {boolean} open @param {boolean} slack */
      sounded(letters, open, slack) {
        const costs = new Map();
        const heads = open ? starting(letters) : [letters];
        for (const syllable of heads) for (const char of spelt[syllable] || "") costs.set(char, 0);
        if (slack) for (const char of loose.get(careless(letters)) || "") if (!costs.has(char)) costs.set(char, 0.5);
        return costs;
      },

      /** Ways to read letters as syllables, the fewest syllables first; the last may be unfinished. @param {string} letters */
      cut(letters) {
        /** @type {string[][]} */
        const ways = [];
        const step = (at, done) => {
          if (ways.length >= READINGS) return;
          if (letters[at] === "'") at += 1;
          if (at >= letters.length) {
            ways.push(done);
            return;
          }
          for (let size = Math.min(LONGEST, letters.length - at); size > 0; size -= 1) {
            const part = letters.slice(at, at + size);
            if (part in spelt) step(at + size, done.concat(part));
            else if (at + size === letters.length && done.length && size < LONGEST && starting(part).length) {
              ways.push(done.concat(part + "*"));
            }
          }
        };
        step(0, []);
        return ways.sort((a, b) => a.length - b.length);
      },
    };
  };
})(self);
