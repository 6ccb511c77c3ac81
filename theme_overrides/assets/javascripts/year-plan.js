// @ts-check
/**
 * `xt.yearPlan(book, wish, work)`: the plan of a year, the same as generator/derive/year/plan.py. `book` is
 * `{entries, sizes, words, numerals, halves}`; `wish` is `{year, kind, members, formal, groups, has, term_ends, theme, together, months}`.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const YEAR = 12;
  const LAST = 15;
  const put = xt.numbers.put;
  const entryOf = (book, id) => book.entries.find((entry) => entry.id === id);
  const firstDay = (wish) => wish.year + "-01-01";

  /** Whether an occasion concerns the branch. */
  function concerns(entry, wish, book) {
    const committee = wish.formal === 0 || wish.formal >= book.sizes["committee-min-members"].number;
    const has = wish.has.concat(committee ? "committee" : "no-committee", wish.groups ? "groups" : []);
    return entry.needs.every((need) => has.includes(need)) && (!entry.kinds.length || entry.kinds.includes(wish.kind));
  }

  function chosen(entry, wish) {
    const free = (entry.day || entry.theme) && !entry.follows;
    return (free && wish.months[entry.id]) || entry.months;
  }

  function cycles(entry, wish) {
    const months = chosen(entry, wish);
    const now = months.map((month) => [month, wish.year]);
    return entry.movable ? now.concat(months.map((month) => [month - YEAR, wish.year - 1])) : now;
  }

  /** Months of an entry with the year each is held for. */
  function monthsOf(entry, book, wish) {
    const inPlan = (pairs) => pairs.filter(([month]) => month >= 1 && month <= LAST).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    if (entry.follows) return inPlan(cycles(entryOf(book, entry.follows), wish).map(([month, cycle]) => [month + entry.after, cycle]));
    if (entry.movable) return inPlan(cycles(entry, wish));
    return chosen(entry, wish).filter((month) => month <= YEAR).sort((a, b) => a - b).map((month) => [month, wish.year]);
  }

  /** The entry's months as rows without days; a meeting put off to the next year comes for the year before, too. */
  function rowsOf(entry, book, wish) {
    const counted = [0, 0, 0, 0];
    return monthsOf(entry, book, wish).map(([month, cycle]) => {
      const held = wish.year + Math.floor((month - 1) / YEAR);
      const quarter = Math.floor(((month - 1) % YEAR) / 3);
      const kits = entry.lessons[quarter];
      const title = cycle === held ? entry.title : put(book.words.cycle, { title: entry.title, year: cycle });
      const topic = counted[quarter] ? "" : entry.topics[quarter];
      const lesson = kits.length ? kits[(held + counted[quarter]) % kits.length] : "";
      counted[quarter] += 1;
      return { entry: entry.id, month, day: "", title, cycle, topic, lesson };
    });
  }

  function dayOf(entry, month, wish, work) {
    const first = xt.yearDays.monthOf(wish.year, month);
    if (entry.theme || (entry.with_theme && wish.together)) return xt.yearDays.themeDay(first, wish.theme, work);
    return entry.day ? xt.yearDays.place(first, entry.day, work) : "";
  }

  /** Gives the rows their days. */
  function placeRows(rows, book, wish, work) {
    const entries = rows.map((row) => entryOf(book, row.entry));
    rows.forEach((row, i) => (row.day = dayOf(entries[i], row.month, wish, work)));
    rows.forEach((row, i) => {
      if (!entries[i].follows || entries[i].after) return;
      const base = rows.find((one) => one.entry === entries[i].follows && one.cycle === row.cycle && one.month === row.month);
      row.day = base ? base.day : "";
    });
  }

  /** Puts whatever must precede another in its month on a working day before it, or the other after. */
  function order(rows, kept, work) {
    for (const entry of kept.filter((one) => one.before)) {
      for (const row of rows.filter((one) => one.entry === entry.id)) {
        const other = rows.find((one) => one.entry === entry.before && one.month === row.month);
        if (!row.day || !other || !other.day || row.day < other.day) continue;
        const earlier = xt.yearDays.nextInMonth(other.day, -1, work);
        const later = xt.yearDays.nextInMonth(row.day, 1, work);
        if (earlier) row.day = earlier;
        else if (later) other.day = later;
      }
    }
  }

  function ofTerm(kept, wish, work) {
    const rows = [];
    for (const entry of wish.term_ends ? kept.filter((one) => one.term >= 0) : []) {
      const day = xt.yearDays.workdayFrom(xt.dates.addMonths(wish.term_ends, -entry.term), entry.term ? 1 : -1, work);
      if (day.slice(0, 4) !== String(wish.year)) continue;
      const month = Number(day.slice(5, 7));
      const lesson = entry.lessons[Math.floor((month - 1) / 3)][0] || "";
      rows.push({ entry: entry.id, month, day, title: entry.title, cycle: wish.year, topic: "", lesson });
    }
    return rows;
  }

  function period(first, months, book) {
    const words = book.words;
    if (months === 1) return put(words.month, { n: first });
    if (months === YEAR) return words.year;
    const names = months === 3 ? book.numerals : book.halves;
    return put(months === 3 ? words.quarter : words.half, { n: names[Math.floor(first / months)] });
  }

  function tooFew(kept, rows, book) {
    const found = [];
    for (const entry of kept.filter((one) => one.period)) {
      const held = rows.filter((row) => row.entry === entry.id).map((row) => row.month);
      const lacking = [];
      for (let first = 1; first <= YEAR; first += entry.period) {
        if (held.filter((month) => month >= first && month < first + entry.period).length < entry.count) lacking.push(first);
      }
      const where = lacking.map((first) => period(first, entry.period, book)).join("、");
      if (where) found.push({ text: put(book.words.few, { title: entry.title, where, often: entry.often }), rule: entry.rule });
    }
    return found;
  }

  function termPast(kept, wish, book, work) {
    const shown = (day) => xt.dates.shown(day, work);
    if (!wish.term_ends) return [];
    if (wish.term_ends < firstDay(wish)) {
      const last = kept.find((entry) => entry.term === 0);
      return [{ text: put(book.words.ended, { end: shown(wish.term_ends) }), rule: last ? last.rule : "" }];
    }
    const due = (entry) => xt.dates.addMonths(wish.term_ends, -entry.term);
    const late = kept.filter((entry) => entry.term > 0 && due(entry) < firstDay(wish));
    return late.map((entry) => ({ text: put(book.words.past, { title: entry.title, day: shown(due(entry)) }), rule: entry.rule }));
  }

  function members(book, wish) {
    const few = book.sizes["branch-min-members"];
    const many = book.sizes["branch-max-members"];
    const found = [];
    const say = (word, n, rule) => found.push({ text: put(book.words[word], { formal: wish.formal, members: wish.members, n }), rule });
    if (wish.members && wish.formal > wish.members) say("formal", 0, "");
    if (wish.formal > 0 && wish.formal < few.number) say("joint", few.number, few.rule);
    if (wish.members > many.number) say("large", many.number, many.rule);
    return found;
  }

  xt.yearPlan = function (book, wish, work) {
    const kept = book.entries.filter((entry) => concerns(entry, wish, book));
    const dated = kept.flatMap((entry) => rowsOf(entry, book, wish));
    placeRows(dated, book, wish, work);
    order(dated, kept, work);
    const rows = dated.concat(ofTerm(kept, wish, work));
    const places = new Map(kept.map((entry, i) => [entry.id, i]));
    const key = (row) => row.day || "~";
    rows.sort((a, b) => a.month - b.month || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : places.get(a.entry) - places.get(b.entry)));
    const last = rows.reduce((day, row) => (row.day > day ? row.day : day), firstDay(wish));
    const notes = xt.dates.unknownYears(firstDay(wish), last, work).map((year) => put(book.words.unknown, { year }));
    return { rows, findings: members(book, wish).concat(tooFew(kept, rows, book), termPast(kept, wish, book, work)), notes };
  };
})();
