// @ts-check
/**
 * `xt.record`: what a learner's record must look like, two records as one, and a record from text; pure.
 *
 * Record: { v, a: {question id: [answers]}, s: {setting: [value, time]}, x: exam in hand, h: [exams handed in] }.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const VERSION = 1;
  const LIMITS = { text: 3000000, questions: 20000, answers: 400, exams: 200 };
  const SETTINGS = ["until", "cap", "pause", "clock"];

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

  /** Whether a value is an exam in hand: its blueprint, the questions of each part, and the answers so far. */
  function isExam(exam) {
    const ofIds = (list) => Array.isArray(list) && list.every((id) => typeof id === "string");
    if (!isPlain(exam) || typeof exam.b !== "string" || !isWhole(exam.at) || !Number.isFinite(exam.left)) return false;
    return isPlain(exam.answers) && Array.isArray(exam.parts) && exam.parts.every(ofIds);
  }

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
    if (record.x !== null && !isExam(record.x)) return "x";
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

  xt.record = { empty, migrate, union, merge, parse, LIMITS };
})();
