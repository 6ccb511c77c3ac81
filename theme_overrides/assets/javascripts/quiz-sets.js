// @ts-check
/** `xt.sets.pick`: which questions a page asks, as ids; pure, so that the same day and answers give the same questions. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const GROUP = 10;

  /** Not met first, then those to ask again, then the rest; what was set aside never; one of each family. */
  function next(list, answers, stream) {
    const rank = (q) => {
      const record = answers[q.id] ? xt.plan.replay(answers[q.id]) : null;
      if (!record || !record.seen) return record && record.aside ? 9 : 0;
      return record.aside ? 9 : record.book ? 1 : record.mastered ? 3 : 2;
    };
    const ranked = (stream ? xt.draw.shuffle(list, stream) : list).map((q) => ({ q, family: q.family, rank: rank(q) }));
    const asked = ranked.filter((r) => r.rank < 9).sort((a, b) => a.rank - b.rank);
    return xt.plan.oneEach(asked).map((r) => r.q.id).slice(0, GROUP);
  }

  /** Ten for a day, the same for everybody: drawn by the date from the bank as it is. */
  function daily(index, day) {
    return xt.plan.oneEach(xt.draw.shuffle(index.filter((q) => q.type !== "short-answer"), xt.draw.numbers(day))).map((q) => q.id).slice(0, GROUP);
  }

  /** Questions of the three sections with the greatest part of wrong and unsure answers; unmet sections without any. */
  function weak(index, answers) {
    const sums = new Map();
    for (const q of index) {
      const sum = sums.get(q.section) || { bad: 0, all: 0 };
      for (const event of answers[q.id] || []) {
        if (event % 10 <= 3) sum.all += 1;
        if (event % 10 <= 2) sum.bad += 1;
      }
      sums.set(q.section, sum);
    }
    const share = (section) => sums.get(section).bad / (sums.get(section).all + 2);
    const worst = Array.from(sums.keys()).filter((section) => sums.get(section).bad).sort((a, b) => share(b) - share(a)).slice(0, 3);
    const sections = worst.length ? worst : Array.from(sums.keys()).filter((section) => !sums.get(section).all);
    return next(index.filter((q) => sections.includes(q.section)), answers, null);
  }

  /**
   * @param {string} set kind, with what it is of after a colon
   * @param {{index: any[], answers: Record<string, number[]>, settings: any, seconds: number, own: string[]}} from
   * @returns {string[]}
   */
  function pick(set, from) {
    const [kind, of] = set.split(":");
    const today = xt.plan.dayOf(from.seconds);
    if (kind === "daily") return daily(from.index, today);
    if (kind === "weak") return weak(from.index, from.answers);
    if (kind === "review") return xt.plan.today(from.index, from.answers, from.settings, today).ids.slice(0, GROUP);
    if (kind === "wrong") return xt.plan.book(from.index, from.answers).map((r) => r.q.id).slice(0, GROUP);
    if (kind === "challenge") return xt.plan.oneEach(xt.draw.shuffle(from.index.filter((q) => q.type !== "short-answer"), xt.draw.numbers(from.seconds))).map((q) => q.id).slice(0, 200);
    const lists = {
      chapter: (q) => q.chapter === of,
      must: (q) => q.must,
      own: (q) => from.own.includes(q.id),
    };
    return next(from.index.filter(lists[kind]), from.answers, kind === "own" ? null : xt.draw.numbers(today));
  }

  xt.sets = { pick, GROUP };
})();
