// @ts-check
/**
 * `xt.checklistText`: a checklist as text that a person can read, keep and paste back. Pure; words come from the page.
 *
 * @typedef {{done: boolean, date: string, note: string}} Tick
 * @typedef {{name: string, steps: Record<string, Tick>}} Checklist
 * @typedef {{id: string, title: string, steps: {id: string, number: string, name: string}[]}} Plan
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const LONGEST = 100000;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const STEP = /^\s*\[\s*([xX✓√]?)\s*\].*（([a-z0-9-]+)）\s*$/;
  const PROCEDURE = /（([a-z0-9-]+)）\s*$/;

  /** A tick with nothing in it. @returns {Tick} */
  const blank = () => ({ done: false, date: "", note: "" });

  /** One line, without white space at the ends. @param {unknown} text */
  const line = (text) => String(text == null ? "" : text).replace(/\s+/g, " ").trim();

  /** The words with `{key}` filled. @param {string} words @param {Record<string, string|number>} values */
  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * The checklist as text, one line a step, with date and note below where there are any.
   * @param {Checklist} list @param {Plan} plan @param {Record<string, string>} words
   */
  function format(list, plan, words) {
    const lines = [words.head, words.procedure + "：" + plan.title + "（" + plan.id + "）"];
    if (line(list.name)) lines.push(words.name + "：" + line(list.name));
    for (const step of plan.steps) {
      const tick = list.steps[step.id] || blank();
      const name = fill(words.step, { n: step.number, title: step.name });
      lines.push("[" + (tick.done ? "x" : " ") + "] " + name + "（" + step.id + "）");
      if (tick.date) lines.push("    " + words.date + "：" + tick.date);
      if (line(tick.note)) lines.push("    " + words.note + "：" + line(tick.note));
    }
    return lines.join("\n") + "\n";
  }

  /**
   * What a text says, or why it says nothing: `problem` is "", "not", "other" or "long"; `gone` counts steps the plan lacks.
   * @param {string} text @param {Plan} plan @param {Record<string, string>} words
   */
  function parse(text, plan, words) {
    const found = { name: "", steps: /** @type {Record<string, Tick>} */ ({}), problem: "", gone: 0, title: "" };
    if (text.length > LONGEST) return Object.assign(found, { problem: "long" });
    const known = new Set(plan.steps.map((step) => step.id));
    let tick = blank();
    let steps = 0;
    const after = (row, word) => (line(row).startsWith(word + "：") ? line(row).slice(word.length + 1) : null);
    for (const row of String(text).split(/\r?\n/)) {
      const step = STEP.exec(row);
      if (step) {
        steps += 1;
        tick = { done: step[1] !== "", date: "", note: "" };
        if (known.has(step[2])) found.steps[step[2]] = tick;
        else found.gone += 1;
      } else if (steps === 0 && after(row, words.procedure) !== null) {
        const id = PROCEDURE.exec(row);
        if (id && id[1] !== plan.id) {
          found.problem = "other";
          found.title = String(after(row, words.procedure)).replace(PROCEDURE, "");
        }
      } else if (steps === 0 && after(row, words.name) !== null) {
        found.name = line(after(row, words.name));
      } else if (steps && after(row, words.date) !== null) {
        const date = line(after(row, words.date));
        tick.date = DATE.test(date) ? date : "";
      } else if (steps && after(row, words.note) !== null) {
        tick.note = line(after(row, words.note));
      }
    }
    if (!found.problem && steps === 0) found.problem = "not";
    return found;
  }

  xt.checklistText = { blank, fill, format, parse };
})();
