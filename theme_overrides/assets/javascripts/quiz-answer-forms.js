// @ts-check
/** `xt.answerForms`: typing, ordering by buttons, matching by selects, and short answers compared with key points. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  function fillIn(question, name, changed) {
    const input = xt.el("input.xt-input.xt-blank", { name, type: "text", autocomplete: "off", "aria-label": xt.say("fill"), input: changed });
    return {
      node: xt.el("p", null, input),
      answer: () => (input.value.trim() ? [input.value.trim()] : []),
      set: (answer) => (input.value = answer[0] || ""),
      lock: () => (input.readOnly = true),
    };
  }

  /** Parts with 上移 and 下移; the part moved keeps the focus and a live line says where it is. */
  function ordering(question, name, changed) {
    let order = question.parts.map((_, i) => i);
    let touched = false;
    let locked = false;
    const list = xt.el("ol.xt-order");
    const live = xt.el("p.xt-sub", { role: "status" });
    function move(from, to) {
      if (to < 0 || to >= order.length || locked) return;
      const [part] = order.splice(from, 1);
      order.splice(to, 0, part);
      touched = true;
      draw();
      const row = list.children[to];
      const buttons = row.querySelectorAll("button:not([disabled])");
      (to < from ? buttons[0] : buttons[buttons.length - 1]).focus();
      live.textContent = xt.say("moved", { n: to + 1 });
      changed();
    }
    function draw() {
      const rows = order.map((part, i) => {
        const text = question.parts[part].text;
        const up = xt.button("q", xt.say("up"), () => move(i, i - 1));
        const down = xt.button("q", xt.say("down"), () => move(i, i + 1));
        up.setAttribute("aria-label", xt.say("up-of", { text }));
        down.setAttribute("aria-label", xt.say("down-of", { text }));
        up.disabled = locked || i === 0;
        down.disabled = locked || i === order.length - 1;
        return xt.el("li", null, xt.el("span.xt-order__t", null, i + 1 + ". " + text), locked ? null : up, locked ? null : down);
      });
      xt.fill(list, ...rows);
    }
    draw();
    return {
      node: xt.el("div", null, list, live),
      answer: () => (touched ? order.slice() : []),
      set(answer) {
        if (answer.length !== order.length) return;
        order = answer.slice();
        touched = true;
        draw();
      },
      lock() {
        locked = true;
        draw();
      },
      /** Enter on an untouched list means that it stands as it is. */
      settle: () => (touched = true),
    };
  }

  function matching(question, name, changed) {
    const selects = question.left.map((left) => {
      const choices = question.parts.map((part, i) => xt.el("option", { value: i }, xt.letters[i] + ". " + part.text));
      return xt.el("select.xt-input", { "aria-label": left, change: changed }, xt.el("option", { value: -1 }, xt.say("choose")), ...choices);
    });
    const rows = question.left.map((left, i) => xt.el("tr", null, xt.el("th", { scope: "row" }, left), xt.el("td", null, selects[i])));
    return {
      node: xt.el("table.xt-match", null, xt.el("tbody", null, ...rows)),
      answer: () => (selects.some((select) => select.value !== "-1") ? selects.map((select) => Number(select.value)) : []),
      set: (answer) => selects.forEach((select, i) => (select.value = String(i in answer ? answer[i] : -1))),
      lock: () => selects.forEach((select) => (select.disabled = true)),
    };
  }

  /** The learner writes, then ticks the key points that were met. The text is not kept. */
  function shortAnswer(question, name, changed) {
    const text = xt.el("textarea.xt-input", { name, "aria-label": xt.say("write"), input: changed });
    const boxes = question.key.map(() => xt.el("input", { type: "checkbox", change: changed }));
    const rows = question.key.map((point, i) => xt.el("li", null, xt.el("label", null, boxes[i], " ", point)));
    const points = xt.el("div.xt-points", { hidden: true }, xt.el("p", null, xt.say("compare")), xt.el("ul", null, ...rows));
    return {
      node: xt.el("div", null, text, points),
      answer: () => (points.hidden ? (text.value.trim() ? [text.value.trim()] : []) : boxes.map((box) => box.checked)),
      set: (answer) => (text.value = typeof answer[0] === "string" ? answer[0] : ""),
      lock: () => ((text.readOnly = true), boxes.forEach((box) => (box.disabled = true))),
      /** Opens the key points to compare with; false if they are open already. */
      compare() {
        if (!points.hidden) return false;
        points.hidden = false;
        text.readOnly = true;
        xt.focus(points);
        return true;
      },
    };
  }

  xt.answerForms = { "fill-in": fillIn, ordering, matching, "short-answer": shortAnswer };
})();
