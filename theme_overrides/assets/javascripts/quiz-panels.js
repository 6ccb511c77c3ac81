// @ts-check
/** `xt.panels`: the parts round a question that only show: progress, figures, where to read first, the end of a group, trouble with storage. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** @param {number} at position from 0 @param {number} count */
  function progress(at, count) {
    const bars = Array.from({ length: count }, (_, i) => xt.el("li" + (i < at ? ".is-done" : i === at ? ".is-now" : "")));
    return xt.el("ol.xt-progress", { "aria-hidden": "true" }, ...bars);
  }

  /** Pairs of a word and a number. @param {[string, any][]} pairs */
  function stats(pairs) {
    return xt.el("dl.xt-stats", null, ...pairs.map(([key, value]) => xt.el("div", null, xt.el("dt", null, xt.say(key)), xt.el("dd", null, String(value)))));
  }

  /** Counts of a group so far. @param {{marks: number[], ids: string[]}} group */
  function figures(group) {
    const count = (mark) => group.marks.filter((m) => m === mark).length;
    return stats([
      ["right", count(xt.plan.RIGHT)],
      ["wrong", count(xt.plan.WRONG)],
      ["unsure", count(xt.plan.UNSURE)],
      ["left", group.ids.length - group.marks.filter(Boolean).length],
    ]);
  }

  /** A line where storage is in trouble, or nothing. */
  function trouble() {
    const status = xt.progress.status();
    return status === "ok" ? null : xt.el("p.xt-why", { role: "status" }, xt.say("store-" + status));
  }

  /** A link to the rule of a question. @param {any} question @param {string} root */
  function line(question, root) {
    return xt.el("li", null, question.stem, xt.el("span.xt-sub", null, xt.feedback.answer(question) + "　", xt.el("a", { href: root + question.rule }, question.basis)));
  }

  /**
   * The end of a group: figures and what was wrong.
   * @param {{marks: number[], ids: string[], questions: any[]}} group @param {string} root @param {string} lead
   */
  function summary(group, root, lead) {
    const bad = group.questions.filter((_, i) => group.marks[i] && group.marks[i] !== xt.plan.RIGHT);
    return xt.el(
      "section.xt-card",
      null,
      xt.el("h2", null, xt.say("group-done")),
      xt.el("p", null, lead),
      figures(group),
      bad.length ? xt.el("h3", null, xt.say("look-again")) : null,
      bad.length ? xt.el("ul.xt-list", null, ...bad.map((question) => line(question, root))) : null
    );
  }

  /** The field for a paper's number: { node, value() }. */
  xt.seedField = function () {
    const input = xt.el("input.xt-input", { id: "seed", type: "number", min: 1, max: 4294967295, value: 1 + (Math.floor(Date.now() / 1000) % 99999) });
    return {
      node: xt.el("p.xt-field", null, xt.el("label", { for: "seed" }, xt.say("seed")), input, xt.el("span.xt-hint", null, xt.say("seed-hint"))),
      value: () => Math.max(0, Math.floor(Number(input.value)) || 0) % 4294967296,
    };
  };

  xt.panels = { progress, stats, figures, trouble, line, summary };
})();
