// @ts-check
/**
 * Search, part 4: from what was typed to what the handbook says. Each slot holds the characters that may have been meant,
 * with costs; the slots are cut into as few runs as possible that really stand in the handbook.
 */
(function (scope) {
  "use strict";

  const xt = scope.xtSearch;
  const LONGEST = 14;
  const ALONE = 2.4;

  /**
   * @typedef {Map<string, number>} Slot
   * @typedef {{run: string, places: ArrayLike<number>, cost: number, slips: number}} Node
   * @typedef {{run: string, from: number, to: number, slips: number, alone: boolean}} Piece
   */

  /**
   * The cheapest reading of slots.
   * @param {any} corpus
   * @param {Slot[]} slots
   * @param {(node: Node) => boolean} allowed whether a run may be read into the slots
   * @returns {{cost: number, pieces: Piece[]}}
   */
  xt.decode = function (corpus, slots, allowed) {
    const best = [{ cost: 0, pieces: [] }];
    const offer = (at, cost, pieces) => {
      if (!best[at] || cost < best[at].cost) best[at] = { cost, pieces };
    };
    for (let i = 0; i < slots.length; i += 1) {
      const here = best[i];
      const alone = likeliest(corpus, slots[i]);
      offer(i + 1, here.cost + ALONE, here.pieces.concat({ run: alone, from: i, to: i + 1, slips: 0, alone: true }));
      for (const node of runsFrom(corpus, slots, i)) {
        const to = i + node.run.length;
        if (best[to] && best[to].cost < here.cost + 0.5 + node.cost) continue;
        if (!allowed(node)) continue;
        const fame = Math.min(0.45, Math.log2(1 + corpus.popularity(node.places)) / 22);
        const piece = { run: node.run, from: i, to, slips: node.slips, alone: false };
        offer(to, here.cost + 1 + node.cost - fame, here.pieces.concat(piece));
      }
    }
    return best[slots.length];
  };

  /** Every run of two or more characters that fills the slots from one on. @param {any} corpus @param {Slot[]} slots @param {number} from */
  function runsFrom(corpus, slots, from) {
    const found = [];
    let nodes = firsts(corpus, slots[from]);
    for (let size = 2; size <= LONGEST && from + size <= slots.length && nodes.length; size += 1) {
      nodes = grown(corpus, nodes, slots[from + size - 1], size - 1);
      found.push(...nodes);
    }
    return found;
  }

  /** @param {any} corpus @param {Slot} slot @returns {Node[]} */
  function firsts(corpus, slot) {
    const nodes = [];
    slot.forEach((cost, char) => {
      const places = corpus.placesOf(char);
      if (places.length) nodes.push({ run: char, places, cost, slips: cost > 0 ? 1 : 0 });
    });
    return nodes;
  }

  /** The nodes with one character more. @param {any} corpus @param {Node[]} nodes @param {Slot} slot @param {number} offset */
  function grown(corpus, nodes, slot, offset) {
    const made = [];
    for (const node of nodes) {
      /** @type {Map<string, Node & {places: number[]}>} */
      const next = new Map();
      for (let i = 0; i < node.places.length; i += 1) {
        const char = corpus.text[node.places[i] + offset];
        const known = next.get(char);
        if (known) {
          known.places.push(node.places[i]);
          continue;
        }
        const cost = slot.get(char);
        if (cost === undefined) continue;
        const slips = node.slips + (cost > 0 ? 1 : 0);
        next.set(char, { run: node.run + char, places: [node.places[i]], cost: node.cost + cost, slips });
      }
      made.push(...next.values());
    }
    return made;
  }

  /** The character of a slot that costs least and is used most. @param {any} corpus @param {Slot} slot */
  function likeliest(corpus, slot) {
    let found = "";
    let rank = -Infinity;
    slot.forEach((cost, char) => {
      const worth = corpus.placesOf(char).length / 1e6 - cost;
      if (worth > rank) {
        found = char;
        rank = worth;
      }
    });
    return found;
  }
})(self);
