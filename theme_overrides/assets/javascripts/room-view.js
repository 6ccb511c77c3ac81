// @ts-check
/**
 * `xt.roomView(words, question, root)`: one question as the room sees it: `{node, inputs, reveal(shown), draw(hands, shown),
 * fit()}`. `hands` are the numbers of raised hands by option; words come from the page.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const SCALES = [1, 0.88, 0.76, 0.66, 0.56, 0.48];

  const put = (text, values) => Object.keys(values).reduce((all, name) => all.split("{" + name + "}").join(String(values[name])), text);

  function option(words, question, i, changed) {
    const letter = xt.letters[i];
    const input = xt.el("input.xt-room__n", { type: "text", inputmode: "numeric", maxlength: "4", autocomplete: "off", "aria-label": put(words.hands, { letter }), input: changed });
    const bar = xt.el("i.xt-room__bar", { "aria-hidden": "true" });
    const count = xt.el("b.xt-room__c");
    const right = question.right.includes(i);
    const mark = right ? xt.el("span.xt-room__r", { hidden: true }, xt.icon("check-circle"), words.right) : null;
    const why = !right && question.parts[i].why ? xt.el("span.xt-room__w", { hidden: true }, question.parts[i].why) : null;
    const node = xt.el("li.xt-room__o", null, bar, xt.el("span.xt-room__k", null, letter), xt.el("span.xt-room__t", null, question.parts[i].text, why), mark, count, input);
    return { node, input, bar, count, mark, why, right };
  }

  function explanation(words, question, root) {
    const word = xt.words().evidence[question.evidence][1];
    return xt.el(
      "section.xt-room__why",
      { hidden: true },
      xt.el("p", null, xt.el("b", null, put(words.answer, { answer: xt.feedback.answer(question) })), " ", question.why),
      xt.el("p.xt-room__basis", null, xt.el("a", { href: root + question.rule }, put(words.basis, { basis: question.basis })), "　" + word)
    );
  }

  xt.roomView = function (words, question, root, changed) {
    const rows = question.parts.map((_, i) => option(words, question, i, changed));
    const why = explanation(words, question, root);
    const body = xt.el("div.xt-room__body", null, xt.el("h2.xt-room__stem", null, question.stem), xt.el("ol.xt-room__opts", null, ...rows.map((row) => row.node)), why);
    return {
      node: body,
      inputs: rows.map((row) => row.input),
      reveal(shown) {
        why.hidden = !shown;
        for (const row of rows) {
          row.node.classList.toggle("xt-room__o--right", shown && row.right);
          row.node.classList.toggle("xt-room__o--other", shown && !row.right);
          for (const part of [row.mark, row.why]) if (part) part.hidden = !shown;
        }
      },
      /** Bars are drawn against all the hands raised, so that two questions can be compared. */
      draw(hands, shown) {
        const all = hands.reduce((sum, n) => sum + n, 0);
        rows.forEach((row, i) => {
          row.bar.style.width = shown && all ? (hands[i] / all) * 100 + "%" : "0";
          row.count.textContent = shown && hands[i] ? put(words.people, { n: hands[i] }) : "";
          row.input.hidden = !shown;
        });
      },
      /** The largest letters with which everything can be seen at once. */
      fit() {
        for (const scale of SCALES) {
          body.style.setProperty("--room", String(scale));
          if (body.scrollHeight <= body.clientHeight + 1) return;
        }
      },
    };
  };
  xt.roomPut = put;
})();
