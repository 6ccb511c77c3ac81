// @ts-check
/**
 * `xt.yearDocx(xml, plan, facts, data)`: word/document.xml of a plan, made of that of the template (year/plan-form.js), the
 * same as generator/render/office/year_plan.py. `facts` is the wish with `kindName`; `data` as in year-table.js.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const put = xt.numbers.put;
  const { YEAR, shape, monthLabel, dayWords, dates } = xt.yearTexts;
  const FORM = { lines: [], optional: ["notes"], fields: ["months", "reasons", "notes"].map((id) => ({ id, type: "list" })) };
  const TABLE = /<w:tbl>[\s\S]*?<\/w:tbl>/;
  // A run that was to say what a day is about, and does not.
  const SILENT = /<w:r>(?:(?!<\/w:r>)[\s\S])*<w:t xml:space="preserve">　?<\/w:t><\/w:r>/g;

  /** Widths of the columns that are kept, as wide together as all were. */
  function shared(widths, keeps) {
    const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
    const kept = widths.filter((_, i) => keeps[i]);
    const found = widths.map((width) => Math.floor((width * sum(widths)) / sum(kept)));
    found[found.length - 1] += sum(widths) - sum(found.filter((_, i) => keeps[i]));
    return found;
  }

  /** The first table without the columns that are not kept. @param {string} xml @param {boolean[]} keeps */
  function narrowed(xml, keeps) {
    return xml.replace(TABLE, (table) => {
      const widths = shared(Array.from(table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g), (found) => Number(found[1])), keeps);
      let at = -1;
      const one = (part) => ((at = (at + 1) % keeps.length), keeps[at] ? part.replace(/( w:w=")\d+/, "$1" + widths[at]) : "");
      return table.replace(/<w:gridCol [^>]*>|<w:tc>[\s\S]*?<\/w:tc>/g, one);
    });
  }

  /** Day and matter of a cell; of several meetings the later ones stand below the first. */
  function cell(rows, data) {
    const about = (row) => {
      const cycle = row.cycle !== (row.day ? Number(row.day.slice(0, 4)) : row.cycle) ? put(data.text.cycle, { year: row.cycle }) : "";
      return [cycle, row.topic, row.lesson ? data.lessons[row.lesson][0] : ""].filter(Boolean).join("　");
    };
    if (!rows.length) return ["", ""];
    const later = rows.slice(1).map((row) => [dayWords(row, data), about(row)].filter(Boolean).join("　"));
    return [dayWords(rows[0], data), [about(rows[0]), ...later].join("\n")];
  }

  function months(plan, held, always, data) {
    const own = held.columns.map((entry) => entry.id);
    const found = [];
    for (let month = 1; month <= held.last; month += 1) {
      const here = plan.rows.filter((row) => row.month === month);
      const others = here.filter((row) => !own.includes(row.entry) && !always.some((entry) => entry.id === row.entry));
      const said = others.map((row) => row.title + (row.day ? "（" + dayWords(row, data) + "）" : "")).join("；");
      const columns = data.book.entries.filter((entry) => entry.column);
      const cells = columns.map((entry) => cell(here.filter((row) => row.entry === entry.id), data));
      if (month <= YEAR || here.length) found.push([monthLabel(month, data.text), ...cells.flat(), said]);
    }
    return found;
  }

  /** What the plan was made for, what comes every month, and what is too few. */
  function said(plan, facts, always, { book, text }) {
    const committee = facts.formal === 0 || facts.formal >= book.sizes["committee-min-members"].number;
    const parts = [
      facts.kindName,
      facts.members ? put(text.members, facts) : "",
      text[committee ? "committee" : "no-committee"],
      text[facts.groups ? "groups" : "no-groups"],
      facts.term_ends ? put(text.term, { end: facts.term_ends }) : "",
    ];
    const monthly = always.length ? text.always + "：" + always.map((entry) => entry.title).join("、") + "。" : "";
    const findings = plan.findings.map((finding) => finding.text).join("");
    return parts.filter(Boolean).join("，") + "。" + monthly + (findings || text.fits);
  }

  xt.yearDocx = function (xml, plan, facts, data) {
    const held = shape(plan, data);
    const always = held.entries.filter((entry) => !entry.column && dates(entry, plan, data) === data.text.always);
    const keeps = data.book.entries.filter((entry) => entry.column).map((entry) => held.columns.includes(entry));
    const reason = (entry, about) => [entry.title, about.often, about.tag, about.basis, dates(entry, plan, data)];
    const values = {
      title: put(data.text.title, { year: facts.year }),
      said: said(plan, facts, always, data),
      months: months(plan, held, always, data),
      reasons: held.entries.map((entry) => reason(entry, data.about[entry.id])),
      notes: plan.notes.map((note) => [note]),
    };
    return xt.documentDocx.filled(narrowed(xml, [true, ...keeps, true]), FORM, values).replace(SILENT, "");
  };
})();
