// @ts-check
/** Pure sums of the slide show: which slides a length has, what the clock says, whether the speaker is on time. */
(function () {
  "use strict";
  const xt = (window.xt = window.xt || {});

  /** Length and slide of an address such as "#45-7". @param {string} hash @param {number[]} lengths */
  function place(hash, lengths) {
    const found = /^#(\d+)(?:-(\d+))?$/.exec(hash);
    if (!found || lengths.indexOf(Number(found[1])) < 0) return null;
    return { length: Number(found[1]), slide: Math.max(1, Number(found[2] || 1)) };
  }

  /** Minutes and seconds: 3:05, 1:02:09. @param {number} seconds */
  function clock(seconds) {
    const two = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return (hours ? hours + ":" + two(minutes) : String(minutes)) + ":" + two(Math.floor(seconds) % 60);
  }

  /** Whole minutes the speaker is behind (over 0) or ahead (under 0) in a part. @param {number} seconds @param {{start: number, end: number}} part */
  function pace(seconds, part) {
    const minutes = seconds / 60;
    if (minutes > part.end) return Math.ceil(minutes - part.end);
    if (minutes < part.start - 1) return -Math.floor(part.start - minutes);
    return 0;
  }

  /** A sentence with its gaps filled. @param {string} words @param {Record<string, string | number>} values */
  function filled(words, values) {
    return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  xt.slidesClock = { place, clock, pace, filled };
})();
