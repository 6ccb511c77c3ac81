// @ts-check
/**
 * `xt.yearDays`: working days near the wanted ones, the same as generator/derive/year/days.py. Days are texts like 2026-12-10,
 * months texts of their first day.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { addDays, addMonths, number, works } = xt.dates;

  /** Whether a meeting can well be held on a day. */
  const free = (day, work) => works(day, work) && !work.likely.includes(day);


  /** 1 is Monday. @param {string} day */
  const weekday = (day) => ((number(day) + 3) % 7) + 1;
  const sameMonth = (a, b) => a.slice(0, 7) === b.slice(0, 7);

  /** First day of a month counted from January of a year; 13 is January of the next. */
  function monthOf(year, month) {
    return addMonths(String(year) + "-01-01", month - 1);
  }

  /** The first open day from the wanted one on in its month, else the last one before it, else the wanted day. */
  function nearest(wanted, isOpen) {
    for (const step of [1, -1]) {
      for (let day = wanted; sameMonth(day, wanted); day = addDays(day, step)) if (isOpen(day)) return day;
    }
    return wanted;
  }

  function place(first, day, work) {
    return nearest(addDays(first, day - 1), (one) => free(one, work));
  }

  /** The theme day of a month; a weekend is kept where the branch fixed one. */
  function themeDay(first, fixed, work) {
    if (fixed.day) return place(first, fixed.day, work);
    const ahead = ((fixed.weekday - weekday(first) + 7) % 7) + (fixed.week - 1) * 7;
    const weekend = fixed.weekday > 5;
    return nearest(addDays(first, ahead), (day) => free(day, work) || (weekend && weekday(day) > 5 && !work.off.concat(work.likely).includes(day)));
  }

  /** The first working day from a day on, forward or back. */
  function workdayFrom(day, step, work) {
    while (!free(day, work)) day = addDays(day, step);
    return day;
  }

  /** The next working day within the month, forward or back; empty where there is none. */
  function nextInMonth(day, step, work) {
    let found = addDays(day, step);
    while (sameMonth(found, day) && !free(found, work)) found = addDays(found, step);
    return sameMonth(found, day) ? found : "";
  }

  xt.yearDays = { monthOf, place, themeDay, workdayFrom, nextInMonth, weekday };
})();
