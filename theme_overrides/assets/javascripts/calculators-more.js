// @ts-check
/**
 * `xt.calculators.term`, `.dues` and `.setting`: the same as generator/derive/calculators/term.py, dues.py and setting.py.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const calculators = (xt.calculators = xt.calculators || {});
  const { least, holds, decimal, put, months } = xt.numbers;
  const plain = (value) => decimal(value[0], value[1]);

  function bad(say) {
    return { verdict: "bad", say, lines: [] };
  }

  function span(words, figure) {
    const n = least({ value: figure.value, bound: "at-least" }, 1);
    return put(figure.yearly ? words.years : words.months, { n });
  }

  /** @param {any} data @param {string} kind @param {string} elected */
  calculators.term = function (data, kind, elected) {
    const { words, figures } = data;
    const { addMonths, shown } = xt.dates;
    const length = figures[data.committees[kind].term];
    const reminder = figures["term-reminder-months"];
    const extension = figures["term-extension-years"];
    const end = addMonths(elected, months(length));
    const show = (day) => shown(day, data.work);
    const values = {
      elected: show(elected),
      years: span(words, length),
      end: show(end),
      months: months(reminder),
      remind: show(addMonths(end, -months(reminder))),
      extension: span(words, extension),
      early: show(addMonths(end, -months(extension))),
      late: show(addMonths(end, months(extension))),
    };
    const rules = [["end", length.rule], ["remind", reminder.rule], ["request", data.leadRule]];
    rules.push(["early", extension.rule], ["late", extension.rule]);
    const lines = rules.map(([word, rule]) => ({ text: put(words[word], values), rule }));
    return { verdict: "none", say: put(words.say, values), lines };
  };

  /** Values for the sentences, and the rate of the band that an income falls into. */
  function bandOf(figures, payer, fen) {
    let lower = "";
    let upper = "";
    let rate = null;
    for (const [name, top] of payer.bands) {
      const limit = top ? figures[top] : null;
      rate = figures[name];
      upper = limit ? plain(limit.value) : "";
      if (!limit || fen * limit.value[1] <= limit.value[0] * 100) break;
      lower = upper;
    }
    const word = !lower ? "band-first" : upper ? "band" : "band-top";
    return { rate, values: { word, income: decimal(fen, 100), lower, upper, rate: plain(rate.value) } };
  }

  function fixed(words, payer, amount, hardship) {
    const values = { who: payer.title, amount: plain(amount.value), upper: plain(amount.upper) };
    const say = put(words[values.amount === values.upper ? "say-fixed" : "say-range"], values);
    return { verdict: "none", say, lines: [{ text: words.fixed, rule: amount.rule }, hardship] };
  }

  /** @param {any} data @param {string} kind @param {number} fen income in hundredths of a yuan */
  calculators.dues = function (data, kind, fen) {
    const { words, figures } = data;
    const payer = data.payers[kind];
    const hardship = { text: words.hardship, rule: data.hardshipRule };
    if (payer.fixed) return fixed(words, payer, figures[payer.fixed], hardship);
    if (fen < 1) return bad(put(words.base, { base: payer.base }));
    const { rate, values } = bandOf(figures, payer, fen);
    const n = fen * rate.value[0];
    const d = rate.value[1] * 10000;
    const all = Object.assign(values, { base: payer.base, amount: decimal(n, d), exact: decimal(n, d, 6) });
    const lines = [
      { text: put(words.income, all), rule: payer.baseRule },
      { text: put(words[values.word], all), rule: rate.rule },
      { text: put(words.product, all), rule: "" },
    ];
    if (all.amount !== all.exact) lines.push({ text: words.rounding, rule: "" });
    for (const [text, rule] of payer.unsure) lines.push({ text, rule });
    lines.push(hardship);
    return { verdict: "none", say: put(words[all.amount === all.exact ? "say" : "say-about"], all), lines };
  };

  function levelOf(words, figures, unit, values, total) {
    const levels = [["committee", unit.committee, unit.committeeWord], ["general", unit.general, unit.generalWord]];
    for (const [level, name, word] of levels) {
      if (!holds(figures[name], total)) continue;
      const text = put(words[word], Object.assign({}, values, { n: plain(figures[name].value) }));
      return { level, line: { text, rule: figures[name].rule } };
    }
    return { level: "branch", line: { text: put(words.branch, values), rule: figures["branch-max-members"].rule } };
  }

  function settingValues(figures, total, formal) {
    const size = figures["committee-size"];
    const of = (name) => plain(figures[name].value);
    return {
      total,
      formal,
      min: of("branch-min-members"),
      max: of("branch-max-members"),
      units: of("joint-branch-max-units"),
      seven: of("committee-min-members"),
      low: plain(size.value),
      high: plain(size.upper),
      most: of("committee-size-max"),
    };
  }

  /** @param {any} data @param {string} kind @param {number} total @param {number} formal */
  calculators.setting = function (data, kind, total, formal) {
    const { words, figures } = data;
    const unit = data.units[kind];
    const values = settingValues(figures, total, formal);
    const line = (word, rule) => ({ text: put(words[word], values), rule });
    if (total < 1 || formal > total) return bad(put(words[total < 1 ? "total" : "formal"], values));
    if (!holds(figures["branch-min-members"], formal)) {
      const joint = line(kind === "village" ? "joint-village" : "joint", unit.jointRule);
      return { verdict: "no", say: put(words["say-joint"], values), lines: [joint] };
    }
    const found = levelOf(words, figures, unit, values, total);
    const lines = [line("found", figures["branch-min-members"].rule), found.line];
    if (found.level === "general" && holds(figures["branch-max-members"], total)) {
      lines.push(line("both", figures["branch-max-members"].rule));
    }
    if (unit.note[0] && found.level !== "committee") lines.push({ text: unit.note[0], rule: unit.note[1] });
    const own = holds(figures["committee-min-members"], formal) ? "with" : "without";
    const word = found.level === "branch" ? own : "several";
    lines.push(line(word, word === "without" ? data.withoutRule : figures["committee-min-members"].rule));
    const say = "say-" + (found.level === "branch" ? own : found.level);
    return { verdict: "yes", say: put(words[say], values), lines };
  };
})();
