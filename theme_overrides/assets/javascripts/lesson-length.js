// @ts-check
/** A lesson page shows one length at a time; without script it shows them all, one below the other. */
(function () {
  "use strict";
  const lesson = /** @type {HTMLElement | null} */ (document.querySelector(".xt-lesson"));
  if (!lesson) return;
  const links = Array.from(lesson.querySelectorAll(".xt-seg > a"));
  const parts = Array.from(lesson.querySelectorAll("li[data-length], section[data-length]"));

  /** @param {string} length @param {boolean} said */
  function choose(length, said) {
    for (const link of links) {
      if (link.getAttribute("data-length") === length) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const part of parts) part.toggleAttribute("hidden", part.getAttribute("data-length") !== length);
    if (said) lesson.querySelector("[data-chosen]").textContent = (lesson.dataset.telling || "").replace("{n}", length);
  }

  const wanted = () => (/^#minutes-(\d+)$/.exec(location.hash) || [])[1];
  const offered = (length) => links.some((link) => link.getAttribute("data-length") === length);

  lesson.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(".xt-seg > a");
    if (!link) return;
    event.preventDefault();
    const length = link.getAttribute("data-length") || "";
    choose(length, true);
    window.history.replaceState(null, "", "#minutes-" + length);
  });
  window.addEventListener("hashchange", () => {
    if (!offered(wanted())) return;
    choose(wanted(), true);
    document.getElementById(location.hash.slice(1)).scrollIntoView();
  });
  choose(offered(wanted()) ? wanted() : lesson.dataset.usual || "", false);
  lesson.classList.add("xt-lesson--chosen");
})();
