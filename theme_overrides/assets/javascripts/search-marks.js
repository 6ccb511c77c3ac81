// @ts-check
/** Marks on the page reached from search: the words after `?h=` in the address are marked in the text, and the address made plain. */
(function () {
  "use strict";

  const MOST = 200;
  const SKIPPED = "script, style, svg, form, textarea, [hidden], .xt-stamp";

  const wanted = (new URLSearchParams(location.search).get("h") || "").split(" ").filter(Boolean).slice(0, 6);
  const content = document.querySelector(".md-content__inner");
  if (!wanted.length || !content) return;

  const pattern = new RegExp(
    wanted
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[|\\{}()[\]^$+*?.-]/g, "\\$&"))
      .join("|"),
    "gi",
  );

  /** All texts that may be marked, each with where it begins in their sum. */
  function texts() {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const found = [];
    let from = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(SKIPPED)) continue;
      found.push({ node, from });
      from += node.data.length;
    }
    return found;
  }

  /** One text with some of it marked. @param {Text} node @param {{from: number, to: number}[]} spans within it */
  function mark(node, spans) {
    const out = [];
    let at = 0;
    for (const { from, to } of spans) {
      const made = document.createElement("mark");
      made.className = "xt-found";
      made.textContent = node.data.slice(from, to);
      out.push(node.data.slice(at, from), made);
      at = to;
    }
    node.replaceWith(...out, node.data.slice(at));
  }

  /** Marks every find, also where it runs through several texts, as a statement with key words does. */
  function markAll() {
    const list = texts();
    const finds = Array.from(list.map(({ node }) => node.data).join("").matchAll(pattern)).slice(0, MOST);
    for (const { node, from } of list) {
      const end = from + node.data.length;
      const own = finds.filter((find) => find.index < end && find.index + find[0].length > from);
      const spans = own.map((find) => ({ from: Math.max(0, find.index - from), to: Math.min(end, find.index + find[0].length) - from }));
      if (spans.length) mark(node, spans);
    }
  }

  markAll();

  const place = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const fold = place && place.closest("details");
  if (fold) fold.open = true;
  try {
    history.replaceState(history.state, "", location.pathname + location.hash);
  } catch (refused) {
    // Some engines refuse this for pages opened from a folder; the address then keeps the words.
  }
})();
