// @ts-check
/**
 * `xt.progress`: what a learner did, in this browser only; the only script that touches localStorage for self-testing.
 * Each change reads the stored text anew and writes it back at once, so that two tabs add up. Where storage is refused,
 * full or written by a newer version, everything goes on in memory and `status` says why.
 * What a record holds is said in quiz-record.js.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const KEY = "xt-quiz";
  const { empty, union, merge, parse, LIMITS } = xt.record;
  let memory = null;
  let status = "ok";

  /** The stored record; a text that cannot be read is kept aside under another key. */
  function read() {
    if (memory) return memory;
    let text = null;
    try {
      text = localStorage.getItem(KEY);
    } catch (refused) {
      return keep("refused", empty());
    }
    if (text === null) return empty();
    const found = parse(text);
    if (found.record) return found.record;
    if (found.problem === "newer") return keep("newer", empty());
    try {
      localStorage.setItem(KEY + "-unread", text);
      localStorage.removeItem(KEY);
    } catch (full) {
      return keep("full", empty());
    }
    status = "corrupt";
    return empty();
  }

  function keep(why, record) {
    status = why;
    memory = record;
    return memory;
  }

  function write(record) {
    if (!memory) {
      try {
        localStorage.setItem(KEY, JSON.stringify(record));
      } catch (full) {
        keep("full", record);
      }
    }
    window.dispatchEvent(new CustomEvent("xt-progress"));
  }

  /** Reads, changes and writes in one go. @param {(record: any) => void} change */
  function update(change) {
    const record = read();
    change(record);
    write(record);
  }

  const moment = () => Math.floor(Date.now() / 1000);

  xt.progress = {
    read,
    status: () => status,
    /** Adds an answer or mark; gives its moment, by which it can be given a lower mark. @param {string} id @param {number} mark @param {number=} at */
    add(id, mark, at) {
      const time = at || moment();
      update((record) => (record.a[id] = union(record.a[id] || [], [time * 10 + mark])));
      return time;
    },
    /** Adds many answers at one moment. @param {[string, number][]} marks @param {number=} at */
    addAll(marks, at) {
      const time = at || moment();
      update((record) => marks.forEach(([id, mark]) => (record.a[id] = union(record.a[id] || [], [time * 10 + mark]))));
    },
    /** Gives the answer of a moment another mark, a higher one too. @param {string} id @param {number} mark @param {number} at */
    correct(id, mark, at) {
      update((record) => (record.a[id] = union((record.a[id] || []).filter((event) => Math.floor(event / 10) !== at), [at * 10 + mark])));
    },
    settings() {
      return Object.fromEntries(Object.entries(read().s).map(([name, pair]) => [name, pair[0]]));
    },
    set(name, value) {
      update((record) => (record.s[name] = [value, Date.now()]));
    },
    /** @param {(exam: any) => any} change gives the exam in hand to keep, or null */
    exam(change) {
      update((record) => {
        record.x = change(record.x);
        if (record.x) record.x.at = Date.now();
      });
    },
    /** Keeps the result of an exam, in place of one of the same moment. @param {{b: string, seed: number, got: number, at: number}} result */
    handIn(result) {
      update((record) => (record.h = record.h.filter((exam) => exam.at !== result.at).concat(result).slice(-LIMITS.exams)));
    },
    backup: () => JSON.stringify(read()),
    /** Adds a backup to what is here. @param {string} text @returns {{problem?: string, place?: string, questions?: number}} */
    restore(text) {
      const found = parse(text.trim());
      if (found.problem) return found;
      write(merge(read(), found.record));
      return { questions: Object.keys(found.record.a).length };
    },
    wipe() {
      memory = null;
      status = "ok";
      try {
        localStorage.removeItem(KEY);
        localStorage.removeItem(KEY + "-unread");
      } catch (refused) {
        keep("refused", empty());
      }
      window.dispatchEvent(new CustomEvent("xt-progress"));
    },
  };

  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) window.dispatchEvent(new CustomEvent("xt-progress"));
  });
})();
