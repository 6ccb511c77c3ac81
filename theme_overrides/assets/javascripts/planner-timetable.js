// @ts-check
/**
 * `xt.timetable(table, told)`: the days of a procedure's steps, given some of them; the same as generator/derive/calculators/plan.py.
 * `table` is `{nodes: [{id, title, event, spans}], planned, words, work}`; `told` is `{given: {id: day}, ticked: [id], today}`.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** Whether a node has a place in the plan. */
  function applies(node, ticked) {
    return !node.spans.length || node.spans.some((span) => !span.only || ticked.includes(span.only));
  }

  /** Spans that limit a side; those of a circumstance that is so take the place of the ordinary ones. */
  function applying(node, side, ticked) {
    const spans = node.spans.filter((span) => span.side === side && span.base !== node.id);
    const special = spans.filter((span) => span.only && ticked.includes(span.only));
    return special.length ? special : spans.filter((span) => !span.only);
  }

  function dayOf(span, base, work) {
    return xt.dates.shift(base, span.back ? -span.amount : span.amount, span.unit, work);
  }

  /** Dates typed in, and those of events that follow from them to the day. */
  function knownDays(table, told) {
    const known = Object.assign({}, told.given);
    for (const node of table.nodes) {
      for (const span of applying(node, "exact", told.ticked)) {
        if (!known[node.id] && known[span.base]) known[node.id] = dayOf(span, known[span.base], table.work);
      }
    }
    return known;
  }

  /** The day a span gives: counted, or that of the event that falls on it; empty where neither is known. */
  function resolved(span, known, work) {
    return known[span.base] ? dayOf(span, known[span.base], work) : known[span.event] || "";
  }

  /** The narrowest of the days that spans set, with its span; the first of equals. */
  function narrowest(spans, known, work, last) {
    let found = null;
    for (const span of spans) {
      const day = resolved(span, known, work);
      if (!day) continue;
      if (!found || (last ? day > found.day : day < found.day)) found = { day, span };
    }
    return found;
  }

  /** The step after the last one done; none while a day that must come first lies ahead. */
  function nextStep(table, known, told) {
    let from = -1;
    table.nodes.forEach((node, i) => {
      if (told.given[node.id] && told.given[node.id] <= told.today) from = i;
    });
    if (from < 0) return "";
    for (const node of table.nodes.slice(from + 1)) {
      if (node.event && (known[node.id] || told.today) > told.today) return "";
      if (!node.event && applies(node, told.ticked)) return node.id;
    }
    return "";
  }

  function sentence(table, word, given, limit) {
    const shown = (day) => xt.dates.shown(day, table.work);
    return xt.numbers.put(table.words[word], { given: shown(given), limit: shown(limit.day), text: limit.span.text });
  }

  /** Planned nodes after one, in order of time, whose dates were typed in. */
  function after(table, id, told) {
    return table.planned.slice(table.planned.indexOf(id) + 1).filter((other) => told.given[other]);
  }

  /** The day a limit gives where the first day is counted too, which the rules leave open for working days. */
  function firstCounted(table, limit, known) {
    if (limit.span.unit !== table.work.units.workday || !known[limit.span.base]) return limit.day;
    return xt.dates.addWorkdays(xt.dates.addDays(known[limit.span.base], -1), limit.span.amount, table.work);
  }

  /** What is too early, late or overdue. */
  function limitsBroken(table, node, first, last, told, known) {
    const given = told.given[node.id];
    const faults = [];
    if (given && first && given < first.day) {
      faults.push(sentence(table, given >= firstCounted(table, first, known) ? "early-unsure" : "early", given, first));
    }
    if (given && last && given > last.day) faults.push(sentence(table, "late", given, last));
    if (!given && last && last.span.side === "latest" && table.planned.includes(node.id)) {
      if (!after(table, node.id, told).length && last.day < told.today) faults.push(sentence(table, "overdue", told.today, last));
    }
    return faults;
  }

  /** What is missing or out of order. */
  function order(table, node, told) {
    const place = table.planned.indexOf(node.id);
    if (place < 0) return [];
    const title = (id) => table.nodes.find((other) => other.id === id).title;
    const given = told.given[node.id];
    if (!given) {
      const later = after(table, node.id, told);
      return later.length ? [xt.numbers.put(table.words.missing, { other: title(later[0]) })] : [];
    }
    const other = table.planned.slice(0, place).find((id) => told.given[id] && told.given[id] > given);
    if (!other) return [];
    const shown = (day) => xt.dates.shown(day, table.work);
    return [xt.numbers.put(table.words.order, { given: shown(given), other: title(other), date: shown(told.given[other]) })];
  }

  /** How the days of a limit were counted, where that needs saying. */
  function counted(table, limit, known) {
    if (!limit) return [];
    const notes = [];
    const shown = (day) => xt.dates.shown(day, table.work);
    const base = known[limit.span.base];
    const put = (word, values) => notes.push(xt.numbers.put(table.words[word], values));
    if (limit.span.side === "exact") put("exact", { day: shown(limit.day), before: shown(xt.dates.addDays(limit.day, -1)) });
    if (limit.span.unit === table.work.units.workday && base) {
      const other = firstCounted(table, limit, known);
      put("workdays", { day: shown(limit.day), n: limit.span.amount, other: shown(other) });
      for (const year of xt.dates.unknownYears(base, limit.day, table.work)) put("unknown", { year });
    }
    return notes;
  }

  /** Limits counted from the node's own day. */
  function own(table, node, known) {
    const day = known[node.id];
    if (!day) return [];
    const shown = (date) => xt.dates.shown(date, table.work);
    const spans = node.spans.filter((span) => span.base === node.id);
    return spans.map((span) =>
      xt.numbers.put(table.words.own, { given: shown(day), text: span.text, day: shown(dayOf(span, day, table.work)) })
    );
  }

  /** A limit with the day it is counted from, which is not known. */
  function lacks(table, span) {
    const base = table.nodes.find((node) => node.id === span.base);
    return xt.numbers.put(table.words[span.back ? "lacks-back" : "lacks"], { text: span.text, base: base ? base.title : span.base });
  }

  /** Limits that cannot be counted beside another on their side that can. */
  function lacking(table, sides, known) {
    const missing = sides.flatMap(([limit, spans]) => (limit ? spans.filter((span) => !resolved(span, known, table.work)) : []));
    return Array.from(new Set(missing), (span) => lacks(table, span));
  }

  function deadlines(table, node, known) {
    const spans = known[node.id] ? node.spans.filter((span) => span.base === node.id) : [];
    return spans.map((span) => [dayOf(span, known[node.id], table.work), span.text]);
  }

  function row(table, node, known, told) {
    const exact = applying(node, "exact", told.ticked);
    const orExact = (spans) => (spans.length ? spans : exact);
    const earliest = orExact(applying(node, "earliest", told.ticked));
    const latest = orExact(applying(node, "latest", told.ticked));
    const first = narrowest(earliest, known, table.work, true);
    const last = narrowest(latest, known, table.work, false);
    const text = (limit, spans) => (limit ? xt.dates.shown(limit.day, table.work) : spans.length ? lacks(table, spans[0]) : table.words.unset);
    const bases = earliest.concat(latest).map((span) => known[span.base] || known[span.event] || "");
    return {
      id: node.id,
      given: known[node.id] || "",
      earliest: first ? first.day : "",
      latest: last ? last.day : "",
      earliestText: text(first, earliest),
      latestText: text(last, latest),
      applies: applies(node, told.ticked),
      now: false,
      start: bases.reduce((a, b) => (a > b ? a : b), ""),
      faults: limitsBroken(table, node, first, last, told, known).concat(order(table, node, told)),
      notes: counted(table, first || last, known).concat(lacking(table, [[first, earliest], [last, latest]], known), own(table, node, known)),
      deadlines: deadlines(table, node, known),
    };
  }

  xt.timetable = function (table, told) {
    const known = knownDays(table, told);
    const now = nextStep(table, known, told);
    return table.nodes.map((node) => Object.assign(row(table, node, known, told), { now: node.id === now }));
  };
})();
