// @ts-check
/**
 * `xt.documentChecks.run(check, data, values)`: what contradicts itself in a filled paper, as `[{at, row, text, href, basis}]`. Checks
 * come from content/documents/ through the page with the rules' numbers; operands are `[field, column, how]`.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const { least, holds, decimal, put, quotient } = xt.numbers;
  const V = xt.documentValues;
  const UPPER_ONLY = ["at-most", "less-than"];

  /** The text of an operand; of a list's column, in one of its rows. */
  function text(operand, values, row) {
    const value = values[operand[0]];
    if (!Array.isArray(value)) return value || "";
    return operand[1] && value[row] ? value[row][operand[3]] || "" : V.filled(value) ? "…" : "";
  }

  /** An operand as hundredths; null where nothing that counts was written. */
  function amount(operand, data, values, row) {
    const value = values[operand[0]];
    if (operand[2] === "#") return V.telling(value || []).length * 100;
    if (operand[2] === "+") return (value || []).reduce((sum, cells) => sum + (V.hundredths(cells[operand[3]] || "") || 0), 0);
    const written = text(operand, values, row).trim();
    if (operand[2] === "、") return written ? V.names(written).length * 100 : null;
    if (!written) return data.optional.includes(operand[0]) ? 0 : null;
    return V.hundredths(written);
  }

  function sum(operands, data, values, row) {
    const found = operands.map((operand) => amount(operand, data, values, row));
    return found.includes(null) ? null : found.reduce((total, one) => total + one, 0);
  }

  const shown = (number) => decimal(number, 100);

  /** The most or least that a share of a whole number allows. */
  function bound(figure, base) {
    if (!UPPER_ONLY.includes(figure.bound)) return least(figure, base);
    const part = quotient(figure.value[0] * base, figure.value[1]);
    return figure.bound === "less-than" && part * figure.value[1] === figure.value[0] * base ? part - 1 : part;
  }

  function within(figure, number) {
    if (figure.bound === "exactly") return number * figure.value[1] === figure.value[0];
    if (figure.bound !== "between") return holds(figure, number);
    return number * figure.value[1] >= figure.value[0] && number * figure.upper[1] <= figure.upper[0];
  }

  function range(figure) {
    const low = decimal(figure.value[0], figure.value[1]);
    return figure.bound === "between" ? low + "—" + decimal(figure.upper[0], figure.upper[1]) : low;
  }

  /** Working days from one day to another, both counted. */
  function workdays(first, last, work) {
    let count = 0;
    for (let day = first; day <= last; day = xt.dates.addDays(day, 1)) if (xt.dates.works(day, work)) count += 1;
    return count;
  }

  function doubt(first, last, data) {
    const years = xt.dates.unknownYears(first, last, data.work);
    return years.length ? put(data.words.unknownYear, { years: years.join("、") }) : "";
  }

  function span(check, data, first, last) {
    const { figure } = check;
    const amountOf = quotient(figure.value[0], figure.value[1]);
    if (figure.unit === data.work.units.workday) {
      const count = workdays(first, last, data.work);
      let to = xt.dates.works(first, data.work) ? first : xt.dates.addWorkdays(first, 1, data.work);
      to = xt.dates.addWorkdays(to, amountOf - 1, data.work);
      return within(figure, count) ? null : { _count: count, _need: V.written(to), _doubt: doubt(first, last > to ? last : to, data) };
    }
    const mark = xt.dates.shift(first, amountOf, figure.unit, data.work);
    const kept = figure.bound === "exactly" ? last === mark : UPPER_ONLY.includes(figure.bound) ? last <= mark : last >= mark;
    return kept ? null : { _count: xt.dates.number(last) - xt.dates.number(first), _need: V.written(mark) };
  }

  /** Kind of check → what of it is wrong in one row: values for its message, or null. */
  const KINDS = {
    amount(check, data, values, row) {
      const [left, right] = [sum(check.left, data, values, row), sum(check.right, data, values, row)];
      if (left === null || right === null) return null;
      const kept = { equal: left === right, "at-most": left <= right, "at-least": left >= right }[check.relation];
      return kept ? null : { _left: shown(left), _right: shown(right) };
    },
    share(check, data, values, row) {
      const [whole, less, base] = [check.part, check.less, check.base].map((one) => sum(one, data, values, row));
      if (whole === null || less === null || base === null || base % 100) return null;
      const part = whole - less;
      const need = bound(check.figure, base / 100);
      const reached = UPPER_ONLY.includes(check.figure.bound) ? part <= need * 100 : part >= need * 100;
      const told = { _left: shown(part), _right: shown(base), _need: need };
      if (!check.outcome) return reached ? null : told;
      const stated = values[check.outcome[0]] || "";
      return !stated || check.outcome[1].includes(stated) === reached ? null : told;
    },
    limit(check, data, values, row) {
      const value = sum(check.value, data, values, row);
      return value === null || within(check.figure, value / 100) ? null : { _left: shown(value), _need: range(check.figure) };
    },
    order(check, data, values, row) {
      const [before, after] = [text(check.first, values, row), text(check.then, values, row)];
      const months = !V.day(before) && !V.day(after);
      const first = months ? V.month(before) : V.days(before).pop();
      const then = months ? V.month(after) : V.day(after);
      if (!first || !then || first < then || (check.same && first === then)) return null;
      return { _left: months ? before : V.written(first), _right: months ? after : V.written(then) };
    },
    span(check, data, values, row) {
      const first = V.day(text(check.first, values, row));
      const within = check.first[0] === check.then[0] && check.first[1] === check.then[1];
      const then = within ? V.days(text(check.then, values, row))[1] : V.day(text(check.then, values, row));
      return first && then && first <= then ? span(check, data, first, then) : null;
    },
    workdays(check, data, values, row) {
      const [first, then] = [V.day(text(check.first, values, row)), V.day(text(check.then, values, row))];
      const stated = amount(check.number, data, values, row);
      if (!first || !then || first > then || stated === null) return null;
      const count = workdays(first, then, data.work);
      return stated === count * 100 ? null : { _count: count, _left: shown(stated), _doubt: doubt(first, then, data) };
    },
    words(check, data, values, row) {
      const fields = check.fields.length ? check.fields.map((one) => (one[1] ? text(one, values, row) : V.texts(values[one[0]]).join("\n"))) : data.fields.map((field) => V.texts(values[field.id]).join("\n"));
      const all = fields.join("\n");
      if (!all.trim()) return null;
      const found = check.without.find((word) => all.includes(word));
      if (check.without.length) return found ? { _word: found } : null;
      return check.some.some((word) => all.includes(word)) ? null : {};
    },
    chosen(check, data, values) {
      const value = values[check.field] || "";
      return !value || check.values.includes(value) ? null : {};
    },
    filled(check, data, values, row) {
      const missing = check.fields.some((one) => !text(one, values, row).trim() || V.nothing(text(one, values, row)));
      return missing ? {} : null;
    },
    apart(check, data, values, row) {
      const one = V.names(text(check.one, values, row));
      const others = check.others.reduce((all, operand) => all.concat(operand[0] === check.per ? V.names(text(operand, values, row)) : people(operand, values)), []);
      const same = one.find((name) => others.includes(name));
      return same ? { _word: same } : null;
    },
  };

  /** Names in a field, or in every row of a column. */
  function people(operand, values) {
    const value = values[operand[0]];
    if (!Array.isArray(value)) return V.names(value || "");
    return value.reduce((all, cells) => all.concat(V.names(cells[operand[3]] || "")), []);
  }

  /** Whether the circumstances of a check or element hold. @param {any[]} only @param {any} values */
  function applies(only, values) {
    return only.every(([field, allowed]) => (allowed.length ? allowed.includes(values[field]) : V.filled(values[field])));
  }

  /** The rows a check is looked at in; `[-1]` for a check of no row. */
  function rows(check, values) {
    if (!check.per) return [-1];
    const list = values[check.per] || [];
    return list.map((_, i) => i).filter((i) => V.telling([list[i]]).length);
  }

  /** @param {any} check @param {any} data @param {any} values */
  function run(check, data, values) {
    if (!applies(check.only, values)) return [];
    const found = [];
    for (const row of rows(check, values)) {
      const told = KINDS[check.check](check, data, values, row);
      if (!told) continue;
      const plain = Object.assign({ _row: row + 1, _doubt: "" }, values, told);
      found.push({ at: check.at, row, text: put(check.message, plain) + plain._doubt, href: check.href, basis: check.basis });
    }
    return found;
  }

  xt.documentChecks = { run, applies, workdays };
})();
