// @ts-check
/**
 * The menu and search signs of the header become real buttons: Material draws them as labels of check boxes, which the
 * keyboard cannot reach and screen readers do not announce. Their names come from data-* on the text size control.
 */
(function () {
  "use strict";

  const KINDS = [
    { id: "__drawer", kind: "drawer", name: "data-menu" },
    { id: "__search", kind: "search", name: "data-search" },
  ];
  const words = document.querySelector("[data-menu][data-search]");

  /** A button that does what the label did. @param {HTMLLabelElement} label @param {HTMLInputElement} toggle @param {string} kind @param {string} name */
  function button(label, toggle, kind, name) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "md-header__button md-icon xt-hb--" + kind;
    made.setAttribute("aria-label", name);
    made.append(...Array.from(label.childNodes));
    const tell = () => made.setAttribute("aria-expanded", String(toggle.checked));
    made.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", tell);
    tell();
    return made;
  }

  for (const { id, kind, name } of KINDS) {
    const toggle = /** @type {HTMLInputElement|null} */ (document.getElementById(id));
    const label = /** @type {HTMLLabelElement|null} */ (document.querySelector("label.md-header__button[for='" + id + "']"));
    if (!toggle || !label || !words) continue;
    label.replaceWith(button(label, toggle, kind, words.getAttribute(name)));
  }

  const search = document.querySelector(".md-search[role='dialog']");
  if (search && words) search.setAttribute("aria-label", words.getAttribute("data-search"));

  // The drawer closes by Escape, and focus goes back to the button that opened it.
  document.addEventListener("keydown", (event) => {
    const drawer = /** @type {HTMLInputElement|null} */ (document.getElementById("__drawer"));
    if (event.key !== "Escape" || !drawer || !drawer.checked) return;
    drawer.click();
    const opener = /** @type {HTMLElement|null} */ (document.querySelector(".xt-hb--drawer"));
    if (opener) opener.focus();
  });
})();
