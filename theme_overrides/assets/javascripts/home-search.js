// @ts-check
/**
 * Links that stand for a search: `[data-xt-search]` puts the cursor into the search field of the header,
 * `[data-xt-query]` also asks for its value. Without this script, or where search could not start, they stay links.
 */
(function () {
  "use strict";

  /** The search field, if search is at work. @returns {HTMLInputElement|null} */
  function searchField() {
    return document.querySelector("site-search:defined input[name='query']");
  }

  /** Opens the search and asks. @param {HTMLInputElement} field @param {string|null} query */
  function ask(field, query) {
    const toggle = /** @type {HTMLInputElement|null} */ (document.getElementById("__search"));
    if (toggle && !toggle.checked) toggle.click();
    if (query !== null) field.value = query;
    field.focus();
    if (query === null) return;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-xt-search],[data-xt-query]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const field = searchField();
    if (!field) return;
    event.preventDefault();
    ask(field, link.getAttribute("data-xt-query"));
  });
})();
