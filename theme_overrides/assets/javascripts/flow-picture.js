// @ts-check
/**
 * The whole picture of a procedure on a narrow screen: brings the step named in the address, or the first one, to the middle,
 * so that the picture does not open at an empty edge.
 */
(function () {
  "use strict";

  const place = document.querySelector(".xt-flow-poster");
  if (!place) return;

  /** The link on the step to show. */
  function wanted() {
    const steps = Array.from(place.querySelectorAll("a[href*='#step-']"));
    return steps.find((step) => location.hash && step.getAttribute("href").endsWith(location.hash)) || steps[0];
  }

  function show() {
    const step = wanted();
    if (!step || place.scrollWidth <= place.clientWidth) return;
    const box = step.getBoundingClientRect();
    const frame = place.getBoundingClientRect();
    place.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
  }

  show();
  window.addEventListener("hashchange", show);
})();
