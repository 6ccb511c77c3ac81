// @ts-check
/**
 * `xt.yearTable(plan, data)`: the two tables of a plan as rows, the same as templates/year_parts.html.jinja, and
 * `xt.yearEvents(plan, data)`: its days for a calendar, the same as generator/render/year_text.py. `data` is what
 * generator/render/year_data.py writes. `xt.yearTexts`: the words of cells, for Word.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const YEAR = 12;
  const put = xt.numbers.put;

  const monthLabel = (month, text) => put(month <= YEAR ? text.month : text.next, { n: ((month - 1) % YEAR) + 1 });

  /** 20 日 周三. */
  function dayWords(row, data) {
    if (!row.day) return "";
    return put(data.text.day, { d: Number(row.day.slice(8)), weekday: xt.dates.shown(row.day, data.work).split(" ")[1] });
  }

  function kit(row, data) {
    const found = data.lessons[row.lesson];
    return found ? xt.el("a", { href: found[1] }, found[0]) : null;
  }

  function cell(row, data) {
    const year = Number(row.day.slice(0, 4));
    const cycle = row.cycle !== year ? xt.el("span.xt-sub", null, put(data.text.cycle, { year: row.cycle })) : null;
    return [xt.el("span.xt-year__d", null, dayWords(row, data)), cycle, row.topic ? xt.el("span.xt-sub", null, row.topic) : null, kit(row, data)].filter(Boolean);
  }

  function other(row, data) {
    const day = row.day ? [" ", xt.el("span.xt-year__d", null, dayWords(row, data))] : [];
    const entry = data.book.entries.find((one) => one.id === row.entry);
    return xt.el("li", null, tag(entry, data), " ", row.title, ...day, ...(row.lesson ? [" ", kit(row, data)] : []));
  }

  function tag(entry, data) {
    return xt.el("span.xt-tag.xt-tag--" + entry.tag, null, data.about[entry.id].tag);
  }

  /** When an occasion comes, in a line. */
  function dates(entry, plan, data) {
    const own = plan.rows.filter((row) => row.entry === entry.id);
    const months = new Set(own.filter((row) => row.month <= YEAR).map((row) => row.month));
    if (months.size === YEAR) return data.text.always;
    const label = (row) => monthLabel(row.month, data.text);
    const dated = own.some((row) => row.day);
    return own.map((row) => (dated ? label(row) + " " + dayWords(row, data).split(" 日")[0] + " 日" : label(row))).join("、");
  }

  function reason(entry, plan, data) {
    const about = data.about[entry.id];
    const basis = about.href ? xt.el("a.xt-plan-basis", { href: about.href }, about.basis) : xt.el("span.xt-sub", null, about.basis);
    return xt.el(
      "tr",
      null,
      xt.el("th", { scope: "row" }, entry.title),
      xt.el("td", { "data-l": data.text["l-often"] }, about.often),
      xt.el("td", null, tag(entry, data), " ", basis),
      xt.el("td", { "data-l": data.text["l-dates"] }, dates(entry, plan, data))
    );
  }

  /** What comes up, what of it has a column, and the last month. */
  function shape(plan, data) {
    const met = new Set(plan.rows.map((row) => row.entry));
    const entries = data.book.entries.filter((entry) => met.has(entry.id));
    const last = plan.rows.reduce((most, row) => Math.max(most, row.month), YEAR);
    return { entries, columns: entries.filter((entry) => entry.column), last };
  }

  function monthRow(month, columns, rows, data) {
    const here = rows.filter((row) => row.month === month);
    const own = columns.map((entry) => entry.id);
    const others = here.filter((row) => !own.includes(row.entry));
    if (month > YEAR && !here.length) return null;
    const cells = columns.map((entry) =>
      xt.el("td", { "data-l": entry.column }, ...here.filter((row) => row.entry === entry.id).flatMap((row) => cell(row, data)))
    );
    const rest = others.length ? xt.el("ul.xt-year__l", null, ...others.map((row) => other(row, data))) : null;
    return xt.el("tr", null, xt.el("th", { scope: "row" }, monthLabel(month, data.text)), ...cells, xt.el("td", { "data-l": data.text.others }, rest));
  }

  xt.yearTable = function (plan, data) {
    const { entries, columns, last } = shape(plan, data);
    const months = Array.from({ length: last }, (_, i) => monthRow(i + 1, columns, plan.rows, data)).filter(Boolean);
    const heads = columns.map((entry) => xt.el("th", { scope: "col" }, entry.column + " ", tag(entry, data)));
    const head = (text) => xt.el("th", { scope: "col" }, text);
    return {
      head: xt.el("tr", null, head(data.text["l-month"]), ...heads, head(data.text.others)),
      months,
      reasons: entries.map((entry) => reason(entry, plan, data)),
    };
  };

  xt.yearTexts = { YEAR, shape, monthLabel, dayWords, dates };

  /** Suggested topic and kit of a row. */
  function advice(row, data) {
    const topic = row.topic ? [put(data.text.topic, { topic: row.topic })] : [];
    return topic.concat(row.lesson ? [put(data.text.lesson, { lesson: data.lessons[row.lesson][0] })] : []);
  }

  xt.yearEvents = function (plan, data, year) {
    return plan.rows.map((row) => {
      const about = data.about[row.entry];
      const first = xt.dates.addDays(xt.yearDays.monthOf(year, row.month), data.text.first - 1);
      const why = about.tag + "：" + [about.often, about.basis].filter(Boolean).join("，");
      return {
        uid: "year-" + year + "-" + row.entry + "-" + row.month + "@zhibu-xuetang",
        day: row.day || xt.yearDays.workdayFrom(first, 1, data.work),
        title: row.day ? row.title : put(data.text.undated, { title: row.title }),
        note: advice(row, data).concat(why, data.text.close).join("\n"),
      };
    });
  };
})();
