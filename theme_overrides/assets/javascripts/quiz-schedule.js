// @ts-check
/**
 * `xt.schedule`: when to ask again, by FSRS-6 with the published default weights, no learning steps and no fuzz
 * (github.com/open-spaced-repetition/py-fsrs, MIT). Days are whole days between two reviews.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const W = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542];
  const DECAY = -W[20];
  const FACTOR = Math.pow(0.9, 1 / DECAY) - 1;
  const RETENTION = 0.9;
  const LONGEST = 36500;

  const initialDifficulty = (rating) => W[4] - Math.exp(W[5] * (rating - 1)) + 1;
  const clampDifficulty = (value) => Math.min(Math.max(value, 1), 10);
  const clampStability = (value) => Math.max(value, 0.001);

  /** Probability of still knowing it. @param {number} stability @param {number} days */
  function recall(stability, days) {
    return Math.pow(1 + (FACTOR * days) / stability, DECAY);
  }

  function nextDifficulty(difficulty, rating) {
    const damped = difficulty + ((10 - difficulty) * -W[6] * (rating - 3)) / 9;
    return clampDifficulty(W[7] * initialDifficulty(4) + (1 - W[7]) * damped);
  }

  function sameDay(stability, rating) {
    const growth = Math.exp(W[17] * (rating - 3 + W[18])) * Math.pow(stability, -W[19]);
    return stability * (rating === 1 ? growth : Math.max(growth, 1));
  }

  function forgotten(difficulty, stability, known) {
    const long = W[11] * Math.pow(difficulty, -W[12]) * (Math.pow(stability + 1, W[13]) - 1) * Math.exp((1 - known) * W[14]);
    return Math.min(long, stability / Math.exp(W[17] * W[18]));
  }

  function recalled(difficulty, stability, known, rating) {
    const penalty = rating === 2 ? W[15] : rating === 4 ? W[16] : 1;
    const gain = Math.exp(W[8]) * (11 - difficulty) * Math.pow(stability, -W[9]) * (Math.exp((1 - known) * W[10]) - 1);
    return stability * (1 + gain * penalty);
  }

  /**
   * The memory after a review.
   * @param {{s: number, d: number}|null} state memory before, null before the first review
   * @param {1|2|3|4} rating again, hard, good, easy
   * @param {number} days since the last review
   * @returns {{s: number, d: number}} stability and difficulty
   */
  function review(state, rating, days) {
    if (!state) return { s: W[rating - 1], d: clampDifficulty(initialDifficulty(rating)) };
    let s;
    if (days < 1) s = sameDay(state.s, rating);
    else if (rating === 1) s = forgotten(state.d, state.s, recall(state.s, days));
    else s = recalled(state.d, state.s, recall(state.s, days), rating);
    return { s: clampStability(s), d: nextDifficulty(state.d, rating) };
  }

  /** Whole days until the next review. @param {number} stability */
  function interval(stability) {
    const days = Math.round((stability / FACTOR) * (Math.pow(RETENTION, 1 / DECAY) - 1));
    return Math.min(Math.max(days, 1), LONGEST);
  }

  xt.schedule = { review, interval, recall };
})();
