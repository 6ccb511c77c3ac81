// @ts-check
/**
 * The slide show: keys, touch, notes with the minutes of each part, full screen. Without it the page is a long text.
 * The address says the length and the slide: slides.html#45-7.
 */
(function () {
  "use strict";
  const { place, clock, pace, filled } = window.xt.slidesClock;
  const root = document.documentElement;
  const words = document.body.dataset;
  const one = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const all = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".s")));
  const lengths = (words.lengths || "").split(" ").map(Number);
  const timing = JSON.parse(words.timing || "{}");
  const bar = one(".s-bar");
  const panel = one(".s-panel");
  const help = one(".s-help");

  let length = 0;
  let at = 0;
  /** @type {HTMLElement[]} */
  let deck = [];
  let began = 0;
  let ticking = 0;

  const title = (slide) => (slide && slide.querySelector("h2").textContent.trim()) || "";
  const steps = (slide) => Array.from(slide.querySelectorAll("[data-step]"));
  const button = (name) => one('[data-do="' + name + '"]');

  /** Show a slide. @param {number} number from 0 @param {boolean} [whole] with everything that appears later */
  function show(number, whole) {
    at = Math.min(Math.max(number, 0), deck.length - 1);
    for (const slide of all) slide.classList.toggle("now", slide === deck[at]);
    for (const step of steps(deck[at])) step.classList.toggle("shown", Boolean(whole));
    one("[data-count]").textContent = at + 1 + " / " + deck.length;
    one(".s-live").textContent = filled(words.saySlide, { n: at + 1, all: deck.length, title: title(deck[at]) });
    const notes = deck[at].querySelector(".s-notes").cloneNode(true);
    one("[data-notes]").replaceChildren(notes);
    one("[data-next]").textContent = title(deck[at + 1]) || "—";
    panel.scrollTop = 0;
    window.history.replaceState(null, "", "#" + length + (at ? "-" + (at + 1) : ""));
    tell();
  }

  function next() {
    if (!began) restart();
    const hidden = steps(deck[at]).find((step) => !step.classList.contains("shown"));
    if (hidden) {
      hidden.classList.add("shown");
      one(".s-live").textContent = filled(words.sayMore, { title: hidden.textContent.trim() });
    } else if (at < deck.length - 1) show(at + 1);
  }

  function back() {
    const shown = steps(deck[at]).filter((step) => step.classList.contains("shown"));
    if (shown.length) shown[shown.length - 1].classList.remove("shown");
    else if (at > 0) show(at - 1, true);
  }

  function restart() {
    began = Date.now();
    tell();
  }

  /** What the clock says. */
  function tell() {
    const seconds = began ? (Date.now() - began) / 1000 : 0;
    const part = (timing[length] || []).find((part) => String(part.part) === deck[at].dataset.part);
    const late = part && began ? pace(seconds, part) : 0;
    one("[data-clock]").textContent = filled(words.time, { time: clock(seconds) });
    one("[data-plan]").textContent = part ? filled(words.planned, part) : "";
    one("[data-pace]").textContent = !part || !began ? "" : filled(late > 0 ? words.late : late < 0 ? words.early : words.ontime, { n: Math.abs(late) });
  }

  /** Begin the show of a length. @param {number} minutes @param {number} slide from 1 */
  function begin(minutes, slide) {
    if (minutes !== length) began = 0;
    length = minutes;
    deck = all.filter((slide) => (slide.dataset.lengths || "").split(" ").indexOf(String(minutes)) >= 0);
    for (const slide of all) slide.classList.toggle("off", deck.indexOf(slide) < 0);
    root.classList.add("on");
    bar.hidden = false;
    clearInterval(ticking);
    ticking = window.setInterval(tell, 1000);
    show(slide - 1);
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    clearInterval(ticking);
    root.classList.remove("on", "notes");
    for (const part of [bar, panel, help]) part.hidden = true;
    button("notes").setAttribute("aria-pressed", "false");
    window.history.replaceState(null, "", location.pathname + location.search);
    deck[at].scrollIntoView();
    one(".s-lengths a").focus({ preventScroll: true });
  }

  function notes() {
    const open = root.classList.toggle("notes");
    panel.hidden = !open;
    button("notes").setAttribute("aria-pressed", String(open));
  }

  function quiet() {
    const off = panel.classList.toggle("s-quiet");
    button("clock").setAttribute("aria-pressed", String(off));
  }

  function keys() {
    help.hidden = !help.hidden;
    button("help").setAttribute("aria-expanded", String(!help.hidden));
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  const orders = { next, back, notes, full, leave, restart, clock: quiet, help: keys };
  const pressed = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, Enter: next,
    ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back,
    Home: () => show(0), End: () => show(deck.length - 1),
    n: notes, f: full, t: quiet, "?": keys, "？": keys,
    Escape: () => (help.hidden ? leave() : keys()),
  };

  document.addEventListener("keydown", (event) => {
    if (!root.classList.contains("on") || event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.target instanceof Element && event.target.closest("button, a");
    if (own && (event.key === "Enter" || event.key === " ")) return;
    const order = event.key === " " && event.shiftKey ? back : pressed[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!order) return;
    event.preventDefault();
    order();
  });

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : root;
    const own = target.closest("[data-do]");
    const link = target.closest("[data-length]");
    if (own) orders[own.getAttribute("data-do")]();
    else if (link) {
      event.preventDefault();
      begin(Number(link.getAttribute("data-length")), 1);
    } else if (target.closest(".on main") && !String(window.getSelection())) {
      if (event.clientX < one("main").clientWidth / 3) back();
      else next();
    }
  });

  let touched = 0;
  document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - touched;
    if (!root.classList.contains("on") || Math.abs(moved) < 60 || !(event.target instanceof Element && event.target.closest("main"))) return;
    if (moved < 0) next();
    else back();
  }, { passive: true });

  function follow() {
    const wanted = place(location.hash, lengths);
    if (wanted) begin(wanted.length, wanted.slide);
  }

  root.classList.remove("no-script");
  window.addEventListener("hashchange", follow);
  follow();
})();
