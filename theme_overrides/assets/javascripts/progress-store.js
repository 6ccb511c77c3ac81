// @ts-check
/**
 * `xt.progress`: what a learner did, in this browser only; the only script that touches localStorage for self-testing.
 * Each change reads the stored text anew and writes it back at once, so that two tabs add up. Where storage is refused,
 * full or written by a newer version, everything goes on in memory and `status` says why.
 *
 * Record: { v, a: {question id: [answers]}, s: {setting: [value, time]}, x: exam in hand, h: [exams handed in] }.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const KEY = "xt-quiz";
  const VERSION = 1;
  const LIMITS = { text: 3000000, questions: 20000, answers: 400, exams: 200 };
  const SETTINGS = ["until", "cap", "pause", "clock"];
  let memory = null;
  let status = "ok";

  const empty = () => ({ v: VERSION, a: {}, s: {}, x: null, h: [] });

  /** Steps that raise a record from the version of their position. @type {((old: any) => any)[]} */
  const STEPS = [(old) => Object.assign(empty(), old, { v: 1 })];

  /** The record raised to this version. @param {any} record @param {((old: any) => any)[]=} steps */
  function migrate(record, steps) {
    const version = record.v || 0;
    const all = steps || STEPS;
    return version < all.length ? migrate(all[version](record), steps) : record;
  }

  const isPlain = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
  const isWhole = (value) => Number.isSafeInteger(value) && value > 0;

  /** Where a record is not as it should be, as a path, or "". */
  function fault(record) {
    if (!isPlain(record)) return "{}";
    if (!isPlain(record.a) || Object.keys(record.a).length > LIMITS.questions) return "a";
    for (const [id, events] of Object.entries(record.a)) {
      if (!/^[a-z0-9-]{1,80}$/.test(id)) return "a → " + id.slice(0, 40);
      if (!Array.isArray(events) || events.length > LIMITS.answers) return "a → " + id;
      const bad = events.findIndex((event) => !isWhole(event) || ![1, 2, 3, 8, 9].includes(event % 10));
      if (bad >= 0) return "a → " + id + " → " + (bad + 1);
    }
    if (!isPlain(record.s)) return "s";
    for (const [name, pair] of Object.entries(record.s)) {
      if (!SETTINGS.includes(name) || !Array.isArray(pair) || !["string", "number", "boolean"].includes(typeof pair[0]) || typeof pair[1] !== "number") return "s → " + name.slice(0, 40);
    }
    if (record.x !== null && !(isPlain(record.x) && isPlain(record.x.answers) && isWhole(record.x.at))) return "x";
    if (!Array.isArray(record.h) || record.h.length > LIMITS.exams || !record.h.every((exam) => isPlain(exam) && isWhole(exam.at))) return "h";
    return "";
  }

  /** Two lists of answers as one: each moment once, with the lower mark, which is the later word of the learner. */
  function union(one, other) {
    const marks = new Map();
    for (const event of one.concat(other)) {
      const moment = Math.floor(event / 10);
      if (!marks.has(moment) || marks.get(moment) > event) marks.set(moment, event);
    }
    return Array.from(marks.values()).sort((a, b) => a - b).slice(-LIMITS.answers);
  }

  /** Both records as one; nothing of either is lost. @param {any} one @param {any} other */
  function merge(one, other) {
    const out = empty();
    for (const id of new Set(Object.keys(one.a).concat(Object.keys(other.a)))) out.a[id] = union(one.a[id] || [], other.a[id] || []);
    for (const from of [one.s, other.s]) {
      for (const [name, pair] of Object.entries(from)) if (!out.s[name] || out.s[name][1] <= pair[1]) out.s[name] = pair;
    }
    out.x = [one.x, other.x].filter(Boolean).sort((a, b) => b.at - a.at)[0] || null;
    const exams = new Map(one.h.concat(other.h).map((exam) => [exam.at, exam]));
    out.h = Array.from(exams.values()).sort((a, b) => a.at - b.at).slice(-LIMITS.exams);
    return out;
  }

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

  /** A record from text: { record } or { problem, place }. @param {string} text */
  function parse(text) {
    if (text.length > LIMITS.text) return { problem: "long", place: "" };
    let value;
    try {
      value = JSON.parse(text);
    } catch (problem) {
      const at = /position (\d+)/.exec(String(problem));
      const before = text.slice(0, at ? Number(at[1]) : text.length).split("\n");
      return { problem: "json", place: before.length + ":" + (before[before.length - 1].length + 1) };
    }
    if (isPlain(value) && value.v > VERSION) return { problem: "newer", place: "" };
    const record = isPlain(value) && isPlain(value.a) ? migrate(value) : value;
    const place = fault(record);
    return place ? { problem: "shape", place } : { record };
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
    parse,
    merge,
    migrate,
    status: () => status,
    /** Adds an answer or mark; gives its moment, by which it can be given a lower mark. @param {string} id @param {number} mark @param {number=} at */
    add(id, mark, at) {
      const time = at || moment();
      update((record) => (record.a[id] = union(record.a[id] || [], [time * 10 + mark])));
      return time;
    },
    /** Adds many answers at one moment. @param {[string, number][]} marks */
    addAll(marks) {
      const time = moment();
      update((record) => marks.forEach(([id, mark]) => (record.a[id] = union(record.a[id] || [], [time * 10 + mark]))));
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
    handIn(result) {
      update((record) => (record.h = record.h.concat(result).slice(-LIMITS.exams)));
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
