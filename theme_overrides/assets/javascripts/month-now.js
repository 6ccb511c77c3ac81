// @ts-check
/** `<month-now>` around the lists of the twelve months in a fold: shows this month's list by the device's date. */
(function () {
  "use strict";

  class MonthNow extends HTMLElement {
    connectedCallback() {
      const month = new Date().getMonth() + 1;
      const list = this.querySelector("[data-month='" + month + "']");
      const place = this.querySelector("[data-now]");
      if (!list || !place || place.firstChild) return;
      place.append(list.cloneNode(true));
      place.querySelector("h3").removeAttribute("id");
    }
  }

  if (window.customElements && !customElements.get("month-now")) customElements.define("month-now", MonthNow);
})();
