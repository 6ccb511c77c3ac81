// @ts-check
/** `xt.searchList(element)`: draws what search found: results with their kinds, the filter, what was not found, and recent searches. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});

  /** @param {string} tag @param {string} name @param {...(Node|string)} children */
  function make(tag, name, ...children) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    node.append(...children);
    return node;
  }

  /** A text in pieces, every second one marked. @param {string[]} pieces */
  function marked(pieces) {
    return pieces.map((piece, i) => (i % 2 ? make("mark", "", piece) : piece));
  }

  /** @param {HTMLElement} element */
  xt.searchList = function (element) {
    const part = (selector) => /** @type {HTMLElement} */ (element.querySelector(selector));
    const list = part(".md-search-result__list");
    const status = part(".md-search-result__meta");
    const note = part(".xt-search__note");
    const kinds = part(".xt-kinds");
    const empty = part(".xt-search__empty");
    const more = part(".xt-search__more");
    const word = (name, values) => Object.keys(values).reduce((text, key) => text.replace("{" + key + "}", values[key]), element.dataset[name] || "");

    /** Address of a result, with the words to mark there. @param {any} item */
    function address(item) {
      const [path, anchor] = item.location.split("#");
      const words = Object.keys(item.terms).join(" ");
      return element.dataset.base + "/" + path + (words ? "?h=" + encodeURIComponent(words) : "") + (anchor ? "#" + anchor : "");
    }

    /** @param {any} item @param {Record<string, string>} labels */
    function entry(item, labels) {
      const body = make("div", "md-search-result__article md-typeset");
      body.append(make("p", "xt-hit__t", make("span", "xt-hit__k", labels[item.kind]), ...marked(item.pieces.title)));
      const called = item.pieces.alias.length ? "alias" : "everyday";
      if (item.pieces[called].length) body.append(make("p", "xt-hit__x", element.dataset[called], ...marked(item.pieces[called])));
      if (item.text) body.append(make("p", "xt-hit__x", ...marked(item.pieces.text)));
      if (item.pieces.place) body.append(make("p", "xt-hit__p", item.pieces.place));
      const link = make("a", "md-search-result__link", body);
      link.setAttribute("href", address(item));
      return make("li", "md-search-result__item", link);
    }

    /** A button that searches for a word. @param {string} text */
    function offer(text) {
      const button = make("button", "xt-chip", text);
      button.setAttribute("type", "button");
      button.dataset.xtQuery = text;
      return make("li", "", button);
    }

    /** @param {any} found */
    function explain(found) {
      note.textContent = "";
      if (found.instead.length) note.append(make("p", "", word("instead", { words: found.instead.join("」「") })));
      if (found.missing.length && found.all) note.append(make("p", "", word("lost", { words: found.missing.join("」「") })));
      if (found.near.length) note.append(make("p", "", element.dataset.near), make("ul", "xt-chips", ...found.near.map(offer)));
      note.hidden = !note.childNodes.length;
    }

    /** @param {any} found @param {string} chosen @param {Record<string, string>} labels */
    function filter(found, chosen, labels) {
      const names = Object.keys(labels).filter((kind) => found.counts[kind]);
      const button = (kind, text, count) => {
        const made = make("button", "xt-kind", text, make("span", "xt-kind__n", String(count)));
        made.setAttribute("type", "button");
        made.setAttribute("aria-pressed", String(kind === chosen));
        made.dataset.kind = kind;
        return made;
      };
      const focused = document.activeElement && kinds.contains(document.activeElement) ? chosen : null;
      kinds.textContent = "";
      kinds.append(button("", element.dataset.all, found.all), ...names.map((kind) => button(kind, labels[kind], found.counts[kind])));
      kinds.hidden = names.length < 2;
      if (focused !== null) part(".xt-kind[data-kind='" + focused + "']").focus();
    }

    return {
      /** @param {string} text */
      tell(text) {
        status.textContent = text;
        status.hidden = !text;
      },

      /** The state before anything is typed. @param {string[]} recent */
      rest(recent) {
        for (const node of [list, note, kinds, more]) node.hidden = true;
        this.tell("");
        const box = part("[data-recent]");
        box.hidden = !recent.length;
        part("[data-recent] ul").textContent = "";
        part("[data-recent] ul").append(...recent.map(offer));
        empty.hidden = false;
      },

      /** @param {any} found @param {string} chosen kind shown, or "" for all @param {Record<string, string>} labels */
      show(found, chosen, labels) {
        empty.hidden = found.all > 0;
        const none = found.missing.length ? word("lost", { words: found.missing.join("」「") }) : element.dataset.none;
        const all = found.all ? word("count", { n: String(found.all) }) : none;
        this.tell(chosen ? all + "，" + word("only", { kind: labels[chosen], n: String(found.total) }) : all);
        explain(found);
        filter(found, chosen, labels);
        list.textContent = "";
        list.append(...found.items.map(([item]) => entry(item, labels)));
        list.hidden = !found.items.length;
        more.hidden = found.total <= found.items.length;
      },
    };
  };
})();
