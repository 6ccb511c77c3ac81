// @ts-check
/**
 * Runs at the start of the body, before anything is drawn: the notice for engines below the floor, the stored text size, the
 * stored colours, and the names that Material's script expects (`__md_scope`, `__md_get` …; Material writes them as inline
 * scripts, which our content security policy refuses). ES3 only, since Internet Explorer must be able to read it.
 */
(function () {
  "use strict";

  var root = document.documentElement;
  var old = document.getElementById("xt-old");
  if (old && (document.documentMode || !("replace" + "All" in String.prototype))) old.removeAttribute("hidden");
  if (!window.URL || !Object.keys) return;
  root.className += " xt-js";

  var own = document.getElementById("xt-start");
  window.__md_scope = new URL(own.getAttribute("data-base"), location.href);

  window.__md_hash = function (text) {
    var sum = 0;
    for (var i = 0; i < text.length; i++) sum = (sum << 5) - sum + text.charCodeAt(i);
    return sum;
  };

  /** Whether a stored value is one that Material can take as chosen colours. */
  function isPalette(value) {
    return !!value && typeof value.index === "number" && !!value.color && typeof value.color.scheme === "string";
  }

  window.__md_get = function (key, storage, scope) {
    try {
      var value = JSON.parse((storage || localStorage).getItem((scope || window.__md_scope).pathname + "." + key));
      return key !== "__palette" || isPalette(value) ? value : null;
    } catch (refused) {
      return null;
    }
  };

  window.__md_set = function (key, value, storage, scope) {
    try {
      (storage || localStorage).setItem((scope || window.__md_scope).pathname + "." + key, JSON.stringify(value));
    } catch (refused) {
      // What was chosen then holds for this page only.
    }
  };

  function size() {
    try {
      var stored = localStorage.getItem("xt-text-size");
      if (stored === "2" || stored === "3") root.setAttribute("data-xt-size", stored);
    } catch (refused) {
      // The standard size stays.
    }
  }

  /** The colours chosen before, or those the device asks for. */
  function colours() {
    var palette = window.__md_get("__palette");
    var dark = !palette && window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
    var scheme = palette ? palette.color.scheme : dark ? "slate" : "";
    if (scheme) document.body.setAttribute("data-md-color-scheme", scheme);
  }

  size();
  colours();
})();
