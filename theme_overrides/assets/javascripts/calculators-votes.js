// @ts-check
/**
 * `xt.calculators.votes` and `.candidates`: the same as generator/derive/calculators/votes.py and candidates.py.
 * Every result is `{verdict, say, lines: [{text, rule}]}`; `data` is `{figures, ballots, words}` made by the generator.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const calculators = (xt.calculators = xt.calculators || {});
  const { least, decimal, put } = xt.numbers;

  function bad(say) {
    return { verdict: "bad", say, lines: [] };
  }

  /** What contradicts itself in the numbers. */
  function fault(words, count, written) {
    const values = Object.assign({}, count, { written, absent: count.due - count.present });
    if (count.due < 1) return bad(words.due);
    if (count.present > count.due) return bad(put(words.present, values));
    if (count.votes > count.present) return bad(put(words.votes, values));
    return written > values.absent ? bad(put(words.written, values)) : null;
  }

  function quorumLine(words, quorum, need, values, count) {
    const own = {
      share: quorum.share,
      part: decimal(quorum.value[0] * count.due, quorum.value[1]),
      need,
      outcome: count.present >= need ? words.enough : words.short,
    };
    const word = quorum.bound === "more-than" ? "quorum-more" : "quorum-least";
    return { text: put(words[word], Object.assign({}, values, own)), rule: quorum.rule };
  }

  function shareLine(words, word, passing, base, values, passed) {
    const own = {
      part: decimal(passing.value[0] * base, passing.value[1]),
      need: least(passing, base),
      outcome: passed ? words.enough : words.short,
    };
    return { text: put(words[word], Object.assign({}, values, own)), rule: passing.rule };
  }

  function election(words, passing, count, values, opening) {
    const byDue = count.votes >= least(passing, count.due);
    const byPresent = count.votes >= least(passing, count.present);
    const lines = [
      opening,
      shareLine(words, "by-due", passing, count.due, values, byDue),
      shareLine(words, "by-present", passing, count.present, values, byPresent),
    ];
    if (byDue) return { verdict: "yes", say: put(words["say-elected"], values), lines };
    const word = byPresent ? "say-unsure" : "say-lost";
    return { verdict: byPresent ? "unsure" : "no", say: put(words[word], values), lines };
  }

  /** @param {any} data @param {string} kind @param {{due: number, present: number, votes: number, written: number}} count */
  calculators.votes = function (data, kind, count) {
    const { words, figures } = data;
    const ballot = data.ballots[kind];
    const written = ballot.written ? count.written : 0;
    const wrong = fault(words, count, written);
    if (wrong) return wrong;
    const quorum = figures[ballot.quorum];
    const passing = figures[ballot.passing];
    const need = least(quorum, count.due);
    const total = count.votes + written;
    const values = { who: ballot.who, due: count.due, present: count.present, total, share: passing.share };
    const opening = quorumLine(words, quorum, need, values, count);
    if (count.present < need) {
      const closed = words[kind === "election" ? "say-void" : "say-closed"];
      return { verdict: "no", say: put(closed, Object.assign({ need }, values)), lines: [opening] };
    }
    if (kind === "election") return election(words, passing, count, values, opening);
    const passed = total >= least(passing, count.due);
    const lines = [opening, shareLine(words, "pass", passing, count.due, values, passed)];
    if (ballot.written) lines.push({ text: words["written-count"], rule: data.writtenRule });
    return { verdict: passed ? "yes" : "no", say: put(words[passed ? "say-pass" : "say-fail"], values), lines };
  };

  /** @param {any} data @param {number} seats */
  calculators.candidates = function (data, seats) {
    const { words, figures } = data;
    if (seats < 1) return bad(words.seats);
    const share = figures["election-surplus"];
    const surplus = least(share, seats);
    const part = share.value[0] * seats;
    const values = {
      seats,
      share: decimal(share.value[0] * 100, share.value[1]),
      part: decimal(part, share.value[1]),
      surplus,
      need: seats + surplus,
    };
    const lines = [{ text: put(words.surplus, values), rule: share.rule }];
    if (part % share.value[1]) lines.push({ text: words.rounding, rule: data.roundingRule });
    lines.push({ text: put(words.add, values), rule: "" });
    return { verdict: "none", say: put(words.say, values), lines };
  };
})();
