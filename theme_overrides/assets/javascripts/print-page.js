// @ts-check
/**
 * Printing: shows `[data-print]` buttons where printing works, writes the date into the stamp, and opens the folds of rule
 * cards (and those marked `data-print-open`) while the page is on its way to paper. Answers of questions stay folded.
 */
(function () {
  "use strict";

  const FOLDS = ".xt-rule details:not([open]), details[data-print-open]:not([open])";
  // window.print() does nothing in the WebViews of Android and of WeChat.
  const MUTE = /MicroMessenger|; wv\)/;

  /** @type {Element[]} */
  let opened = [];

  /** 2026-12-10. @param {Date} day */
  function iso(day) {
    const two = (number) => String(number).padStart(2, "0");
    return day.getFullYear() + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate());
  }

  window.addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll(FOLDS));
    for (const fold of opened) fold.setAttribute("open", "");
    for (const date of document.querySelectorAll("[data-print-date] > span")) date.textContent = iso(new Date());
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.removeAttribute("open");
    opened = [];
  });

  if (typeof window.print !== "function" || MUTE.test(navigator.userAgent)) return;
  for (const button of document.querySelectorAll("[data-print]")) button.removeAttribute("hidden");
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) window.print();
  });
})();
