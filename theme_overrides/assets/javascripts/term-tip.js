// @ts-check
/**
 * Notes on terms. `a.xt-term` is a link to the term; with this script its note opens on hover, on focus and on the first
 * tap, stands right after the link in the document, can be pointed at, and closes with Escape. Text comes from data-*.
 */
(function () {
  "use strict";

  const ID = "xt-tip";
  const GAP = 6;
  const LINGER = 250;

  /** @type {HTMLElement|null} */
  let tip = null;
  /** @type {HTMLElement|null} */
  let term = null;
  /** @type {{touch: boolean, open: boolean}} how the pointer that is about to click went down */
  let press = { touch: false, open: false };
  let timer = 0;

  /** @param {EventTarget|null} target */
  function termOf(target) {
    const link = target instanceof Element ? target.closest("a.xt-term[data-tip]") : null;
    return /** @type {HTMLElement|null} */ (link);
  }

  /** @param {string} tag @param {string} text */
  function element(tag, text) {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  }

  /** The note of a term, not yet placed. @param {HTMLElement} link */
  function build(link) {
    const note = element("span", "");
    note.className = "xt-tip";
    note.id = ID;
    note.append(element("b", link.dataset.name || link.textContent), link.dataset.tip, " ");
    if (link.dataset.more) {
      const more = element("a", link.dataset.more);
      more.setAttribute("href", link.getAttribute("href"));
      note.append(more);
    }
    return note;
  }

  /** Below the end of the term, or above it where the window ends; never past the column. */
  function place() {
    const host = tip.offsetParent;
    if (!host) return;
    const frame = host.getBoundingClientRect();
    const boxes = term.getClientRects();
    const end = boxes[boxes.length - 1];
    const above = end.bottom + GAP + tip.offsetHeight > window.innerHeight && boxes[0].top > tip.offsetHeight + 120;
    const top = above ? boxes[0].top - GAP - tip.offsetHeight : end.bottom + GAP;
    const left = Math.min(end.left - frame.left, host.clientWidth - tip.offsetWidth);
    tip.style.top = top - frame.top - host.clientTop + "px";
    tip.style.left = Math.max(0, left) + "px";
  }

  function hide() {
    window.clearTimeout(timer);
    if (!tip) return;
    tip.remove();
    term.removeAttribute("aria-describedby");
    term.removeAttribute("aria-expanded");
    tip = term = null;
  }

  /** @param {HTMLElement} link */
  function show(link) {
    window.clearTimeout(timer);
    if (term === link) return;
    hide();
    term = link;
    tip = build(link);
    link.after(tip);
    link.setAttribute("aria-describedby", ID);
    link.setAttribute("aria-expanded", "true");
    place();
  }

  function hideSoon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(hide, LINGER);
  }

  /** @param {EventTarget|null} target */
  function inside(target) {
    return Boolean(tip && target instanceof Node && (tip.contains(target) || term.contains(target)));
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = termOf(event.target);
    if (link) show(link);
    else if (inside(event.target)) window.clearTimeout(timer);
    else if (tip && !inside(document.activeElement)) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event.target);
    if (link) show(link);
    else if (!inside(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    const link = termOf(event.target);
    press = { touch: event.pointerType !== "mouse", open: Boolean(link) && link === term };
    if (!link && !inside(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = termOf(event.target);
    if (!link || !press.touch || press.open) return;
    event.preventDefault();
    show(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !tip) return;
    if (tip.contains(document.activeElement)) term.focus();
    hide();
  });
  window.addEventListener("resize", () => {
    if (tip) place();
  });
})();
