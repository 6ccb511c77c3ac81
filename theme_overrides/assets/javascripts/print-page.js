// @ts-check
/**
 * Printing: shows `[data-print]` buttons where printing works and writes the date into the stamp. Folds need nothing here:
 * Material opens them for paper, and print.css keeps the answers of questions (`xt-fold--answer`) off it.
 */
(function () {
  "use strict";

  /** 2026-12-10. @param {Date} day */
  function iso(day) {
    const two = (number) => String(number).padStart(2, "0");
    return day.getFullYear() + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate());
  }

  window.addEventListener("beforeprint", () => {
    for (const date of document.querySelectorAll("[data-print-date] > span")) date.textContent = iso(new Date());
  });

  if (!window.xt.device.prints) return;
  for (const button of document.querySelectorAll("[data-print]")) button.removeAttribute("hidden");
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) window.print();
  });
})();
