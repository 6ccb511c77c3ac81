// @ts-check
/**
 * `xt.plan`: what a learner's answers mean. An answer is one whole number, seconds × 10 + mark; marks are those below.
 * Everything else (mastered, due, wrong-answer book) is worked out from the answers each time, never stored.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const WRONG = 1;
  const UNSURE = 2;
  const RIGHT = 3;
  const ASIDE = 8;
  const BACK = 9;
  const DAY = 86400;
  const SECONDS_EACH = 30;

  /** Number of the local calendar day of a moment. @param {number} seconds */
  function dayOf(seconds) {
    return Math.floor((seconds - new Date(seconds * 1000).getTimezoneOffset() * 60) / DAY);
  }

  /** Number of a calendar day written 2026-12-10; NaN for anything else. @param {string|undefined} text */
  function dayFrom(text) {
    return /^\d{4}-\d\d-\d\d$/.test(text || "") ? Math.floor(Date.parse(text + "T00:00:00Z") / (DAY * 1000)) : NaN;
  }

  /** A calendar day as 2026-12-10. @param {number} day */
  function dayText(day) {
    return new Date(day * DAY * 1000).toISOString().slice(0, 10);
  }

  /**
   * What the answers to one question come to.
   * @param {number[]} events sorted
   * @returns {{seen: boolean, aside: boolean, book: boolean, mastered: boolean, last: number, mark: number, wrongs: number, unsure: number, interval: number}}
   */
  function replay(events) {
    const out = { seen: false, aside: false, book: false, mastered: false, last: 0, mark: 0, wrongs: 0, unsure: 0, interval: 0 };
    let memory = null;
    let days = new Set();
    for (const event of events) {
      const mark = event % 10;
      const day = dayOf(Math.floor(event / 10));
      if (mark === ASIDE || mark === BACK) {
        out.aside = mark === ASIDE;
        continue;
      }
      memory = xt.schedule.review(memory, mark, out.seen ? day - out.last : 0);
      if (mark === RIGHT) days.add(day);
      else days = new Set();
      out.book = (out.book || mark !== RIGHT) && days.size < 2;
      Object.assign(out, { seen: true, last: day, mark, mastered: days.size >= 2 });
      if (mark === WRONG) out.wrongs += 1;
      if (mark === UNSURE) out.unsure += 1;
      out.interval = xt.schedule.interval(memory.s);
    }
    return out;
  }

  /** Day a question is due; a day to be ready by (NaN for none) caps the interval so that it still comes before. */
  function due(record, until) {
    const day = record.last + record.interval;
    return until > record.last ? Math.min(day, Math.max(record.last + 1, until - 1)) : day;
  }

  /** The index's questions that answers may be asked of, one for each family, first those asked before. */
  function oneEach(questions) {
    const families = new Set();
    return questions.filter((question) => !families.has(question.family) && families.add(question.family));
  }

  /**
   * Today's review: what is due up to the cap, then must-know questions not met yet, so many a day that all are met
   * in time.
   * @param {any[]} index questions in order @param {Record<string, number[]>} answers
   * @param {{until?: string, cap?: number, pause?: string}} settings @param {number} today
   */
  function today(index, answers, settings, today) {
    const until = dayFrom(settings.until);
    const cap = settings.cap || 20;
    if (dayFrom(settings.pause) > today) return { paused: true, ids: [], minutes: 0, backlog: 0, ahead: [] };
    const met = index.filter((q) => answers[q.id]).map((q) => Object.assign({ q, family: q.family }, replay(answers[q.id])));
    const waiting = met.filter((r) => r.seen && !r.aside).map((r) => Object.assign(r, { due: due(r, until) }));
    waiting.sort((a, b) => a.due - b.due || a.last - b.last);
    const once = oneEach(waiting);
    const ready = once.filter((r) => r.due <= today);
    const doneToday = met.filter((r) => r.last === today).length;
    const room = Math.max(0, cap - doneToday);
    const chosen = ready.slice(0, room).map((r) => r.q);
    const fresh = newToday(index, met, until, today).slice(0, Math.max(0, room - chosen.length));
    const ids = chosen.concat(fresh).map((q) => q.id);
    return { paused: false, ids, minutes: Math.ceil((ids.length * SECONDS_EACH) / 60), backlog: ready.length - chosen.length, ahead: ahead(once, ready.length - chosen.length, cap, today) };
  }

  function newToday(index, met, until, today) {
    if (!(until > today)) return [];
    const families = new Set(met.filter((r) => r.seen || r.aside).map((r) => r.family));
    const left = oneEach(index.filter((q) => q.must && !families.has(q.family)));
    return left.slice(0, Math.ceil(left.length / (until - today)));
  }

  /** How many questions the next six days bring, what is over a day's cap moving to the day after. */
  function ahead(waiting, backlog, cap, today) {
    const out = [];
    let over = backlog;
    for (let day = today + 1; day <= today + 6; day += 1) {
      over += waiting.filter((r) => r.due === day).length;
      out.push(Math.min(over, cap));
      over -= Math.min(over, cap);
    }
    return out;
  }

  /** Questions in the wrong-answer book, each family once, those answered wrong most often first. */
  function book(index, answers) {
    const found = index.filter((q) => answers[q.id]).map((q) => Object.assign({ q, family: q.family }, replay(answers[q.id])));
    return oneEach(found.filter((r) => r.book && !r.aside).sort((a, b) => b.wrongs - a.wrongs || b.last - a.last));
  }

  /** 0 not met, 1 met, 2 mastered. @param {number[]|undefined} events */
  function state(events) {
    if (!events || !events.length) return 0;
    const record = replay(events);
    return record.aside || record.mastered ? 2 : record.seen ? 1 : 0;
  }

  xt.plan = { WRONG, UNSURE, RIGHT, ASIDE, BACK, dayOf, dayFrom, dayText, replay, due, today, book, state, oneEach };
})();
