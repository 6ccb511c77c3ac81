// @ts-check
/**
 * `xt.planChart(node, rows, table, today)`: draws the time line of a plan into an element: months across, a bar for every
 * step whose days are known. The list below it says the same, so the chart is hidden from readers.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const AIR = 20;
  const FEW = 15;
  const SOME = 45;
  const LONG = 4;

  /** First days of the months from one day to another, thinned so that at most about 15 columns stay. */
  function months(first, last) {
    const start = first.slice(0, 8) + "01";
    const all = [];
    for (let day = start; day <= last; day = xt.dates.addMonths(day, 1)) all.push(day);
    const step = all.length <= FEW ? 1 : all.length <= SOME ? 3 : 12;
    const month = (day) => Number(day.slice(5, 7)) - 1;
    const kept = all.filter((day) => month(day) % step === 0);
    return { start, end: xt.dates.addMonths(all[all.length - 1], 1), kept };
  }

  /** A place between two days in per cent. */
  function scale(start, end) {
    const from = xt.dates.number(start);
    const span = xt.dates.number(end) - from;
    return (day) => Math.max(0, Math.min(100, Math.round(((xt.dates.number(day) - from) * 10000) / span) / 100));
  }

  function monthHeads(frame, at, words) {
    const heads = frame.kept.map((day) => {
      const month = Number(day.slice(5, 7));
      const text = month === 1 ? xt.numbers.put(words.year, { year: day.slice(0, 4) }) : xt.numbers.put(words.month, { month });
      return xt.el("span", { style: "--s:" + at(day) }, text);
    });
    return xt.el("div.xt-plan__months", null, ...heads);
  }

  /** What a row draws: from where to where, how, and its words. */
  function bar(row, frame, words) {
    const put = (word, values) => xt.numbers.put(words[word], values);
    if (row.earliest && row.earliest === row.latest) return { from: row.given, to: row.given, kind: "day", text: row.given };
    if (row.latest) {
      const text = row.earliest ? put("between", { first: row.earliest, last: row.latest }) : put("latest", { day: row.latest });
      return { from: row.earliest || row.start, to: row.latest, kind: "", text };
    }
    if (row.earliest) return { from: row.earliest, to: frame.end, kind: "custom", text: put("earliest", { day: row.earliest }) };
    return { from: row.given, to: row.given, kind: "day", text: put("given", { day: row.given }) };
  }

  /** Where the words of a bar stand: in it if they fit and no fixed day crosses them, else where there is room. */
  function side(from, to, text, given, kind) {
    const wide = text.length * 1.1;
    const clear = (start, end) => given < start - 1 || given > end;
    if (kind !== "day" && to - from > wide && clear(from, from + wide)) return "in";
    if (to + wide < 100 && clear(to, to + wide)) return "after";
    return from > wide || kind === "day" ? "before" : "end";
  }

  function rowOf(row, number, title, frame, at, words) {
    const drawn = bar(row, frame, words);
    const [from, to] = [at(drawn.from), at(drawn.to)];
    const marked = row.given && drawn.kind !== "day";
    const place = side(from, to, drawn.text, marked ? at(row.given) : -9, drawn.kind);
    const classes = "div.xt-plan__bar" + (drawn.kind ? ".xt-plan__bar--" + drawn.kind : "") + ".xt-plan__bar--" + place;
    const lane = [xt.el(classes, { style: "--s:" + from + ";--e:" + to }, xt.el("span", null, drawn.text))];
    if (marked) lane.push(xt.el("span.xt-plan__given", { style: "--s:" + at(row.given) }));
    const name = xt.el("span.xt-plan__name", null, xt.el("b", null, number), xt.el("span", null, title));
    return xt.el("div.xt-plan__row", null, name, xt.el("div.xt-plan__lane", null, ...lane));
  }

  function line(day, at, text, kind) {
    const place = at(day);
    const right = place < AIR ? ".xt-plan__line--right" : "";
    return xt.el("span.xt-plan__line" + kind + right, { style: "--s:" + place }, xt.el("span", null, text));
  }

  /** Days that a row's drawing reaches from and to. */
  function ends(row) {
    const exact = row.earliest && row.earliest === row.latest;
    return [row.given, row.earliest, row.latest, row.latest && !exact && row.start].filter(Boolean);
  }

  /** The day before which nothing is drawn: a lone day long before the first limit would only squeeze the rest. */
  function opening(rows, today) {
    const limited = rows.filter((row) => row.earliest || row.latest).flatMap(ends).sort();
    return xt.dates.addMonths(limited.length && limited[0] < today ? limited[0] : today, -LONG);
  }

  xt.planChart = function (node, rows, table, today) {
    const all = rows.filter((row) => row.applies && (row.given || row.earliest || row.latest));
    const first = opening(all, today);
    const dated = all.filter((row) => (row.latest || row.given || today) >= first);
    if (!dated.length) return false;
    const days = dated.flatMap(ends).sort();
    if (xt.dates.addMonths(today, LONG) > days[0] && today < days[0]) days.unshift(today);
    const frame = months(days[0], days[days.length - 1]);
    const at = scale(frame.start, frame.end);
    const titles = new Map(table.nodes.map((one) => [one.id, one]));
    const steps = table.nodes.filter((one) => !one.event).map((one) => one.id);
    const drawn = dated.map((row) => {
      const number = titles.get(row.id).event ? "" : String(steps.indexOf(row.id) + 1);
      return rowOf(row, number, titles.get(row.id).title, frame, at, table.chart);
    });
    const lines = today >= frame.start && today < frame.end ? [line(today, at, xt.numbers.put(table.chart.today, { day: today.slice(5) }), "")] : [];
    xt.fill(node, monthHeads(frame, at, table.chart), xt.el("div.xt-plan__body", null, ...drawn, xt.el("div.xt-plan__lines", null, ...lines)));
    return true;
  };
})();
