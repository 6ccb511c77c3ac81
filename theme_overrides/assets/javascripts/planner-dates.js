// @ts-check
/**
 * `xt.dates`: days as texts like 2026-12-10, moved by months (the end of the month kept), days and working days, the same
 * as generator/derive/calculators/dates.py. The working calendar comes from content/holidays.yaml through the page:
 * `{years: [2026], off: ["2026-10-01"], worked: ["2026-10-10"], weekdays: ["周一", …]}`.
 */
(function () {
  "use strict";

  /** @param {string} day */
  function parts(day) {
    return day.split("-").map(Number);
  }

  /** @param {number} year @param {number} month from 1 @param {number} date */
  function text(year, month, date) {
    const two = (number) => String(number).padStart(2, "0");
    return String(year).padStart(4, "0") + "-" + two(month) + "-" + two(date);
  }

  /** Days since 1970, so that no time zone can shift them. @param {string} day */
  function number(day) {
    const [year, month, date] = parts(day);
    return Date.UTC(year, month - 1, date) / 86400000;
  }

  /** @param {string} day @param {number} count */
  function addDays(day, count) {
    const moved = new Date((number(day) + count) * 86400000);
    return text(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  }

  /** The same day some months on; the month's last day where it has no such day. @param {string} day @param {number} months */
  function addMonths(day, months) {
    const [year, month, date] = parts(day);
    const all = year * 12 + month - 1 + months;
    const to = [Math.floor(all / 12), (all % 12) + 1];
    const last = new Date(Date.UTC(to[0], to[1], 0)).getUTCDate();
    return text(to[0], to[1], Math.min(date, last));
  }

  /** 0 is Monday. @param {string} day */
  function weekday(day) {
    return (number(day) + 3) % 7;
  }

  /** @param {string} day @param {any} work */
  function works(day, work) {
    return work.worked.includes(day) || (weekday(day) < 5 && !work.off.includes(day));
  }

  /** The day on which so many working days after a day are full. @param {string} day @param {number} count @param {any} work */
  function addWorkdays(day, count, work) {
    while (count > 0) {
      day = addDays(day, 1);
      if (works(day, work)) count -= 1;
    }
    return day;
  }

  /** @param {string} day @param {number} amount @param {string} unit @param {any} work */
  function shift(day, amount, unit, work) {
    if (unit === work.units.workday) return addWorkdays(day, amount, work);
    if (unit === work.units.day) return addDays(day, amount);
    return addMonths(day, amount * (unit === work.units.year ? 12 : 1));
  }

  /** Years from one day to another whose holidays are not known. @param {string} first @param {string} last @param {any} work */
  function unknownYears(first, last, work) {
    const years = [];
    for (let year = parts(first)[0]; year <= parts(last)[0]; year += 1) if (!work.years.includes(year)) years.push(year);
    return years;
  }

  /** 2026-12-10 周四. @param {string} day @param {any} work */
  function shown(day, work) {
    return day + " " + work.weekdays[weekday(day)];
  }

  /** Whether a text is a day that exists. @param {string} day */
  function valid(day) {
    return /^(19|20)\d\d-\d\d-\d\d$/.test(day) && addDays(day, 0) === day;
  }

  /** Today where the reader is. */
  function today() {
    const now = new Date();
    return text(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  const xt = (window.xt = window.xt || {});
  xt.dates = { addDays, addMonths, addWorkdays, shift, shown, unknownYears, works, number, valid, today };
})();
