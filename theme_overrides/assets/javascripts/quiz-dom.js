// @ts-check
/** `xt.el`, `xt.icon`, `xt.say`: elements, icons and words; words and icons come from quiz/bank/words.js. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const SVG = "http://www.w3.org/2000/svg";

  /**
   * An element. A function as attribute is a listener, true writes an empty attribute, false and null write none.
   * @param {string} tag name, with classes after dots: "p.xt-sub"
   * @param {Record<string, any>=} attrs
   * @param {...(Node|string|null|false)} children
   */
  xt.el = function (tag, attrs, ...children) {
    const [name, ...classes] = tag.split(".");
    const node = document.createElement(name);
    if (classes.length) node.className = classes.join(" ");
    for (const [key, value] of Object.entries(attrs || {})) {
      if (typeof value === "function") node.addEventListener(key, value);
      else if (value === true) node.setAttribute(key, "");
      else if (value !== false && value != null) node.setAttribute(key, String(value));
    }
    node.append(...children.filter((child) => child || child === ""));
    return node;
  };

  /** An icon hidden from readers. @param {string} name */
  xt.icon = function (name) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("class", "xt-i");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", xt.words().icon[name]);
    svg.append(path);
    return svg;
  };

  /** Words, icons and types of questions, as the generator wrote them. */
  xt.words = () => window.xtBank.words;

  /**
   * A string of the interface with its places filled in.
   * @param {string} key
   * @param {Record<string, any>=} values
   */
  xt.say = function (key, values) {
    const text = xt.words().text[key];
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };

  /**
   * A button. @param {string} kind "go", "q" or "" @param {string} label @param {(event: Event) => void} click
   * @param {string=} icon
   */
  xt.button = function (kind, label, click, icon) {
    return xt.el("button.xt-btn" + (kind && ".xt-btn--" + kind), { type: "button", click }, icon ? xt.icon(icon) : null, label);
  };

  /** An element whose listeners elsewhere end when it leaves the page. */
  xt.Element = class extends HTMLElement {
    listen(target, type, action) {
      this.controller = this.controller || new AbortController();
      target.addEventListener(type, action, { signal: this.controller.signal });
    }

    disconnectedCallback() {
      if (this.controller) this.controller.abort();
      this.controller = null;
    }
  };

  /** Registers an element once. @param {string} name @param {CustomElementConstructor} kind */
  xt.define = function (name, kind) {
    if (window.customElements && !customElements.get(name)) customElements.define(name, kind);
  };

  /** Moves the focus to something that is not a control, for readers to hear. @param {HTMLElement} node */
  xt.focus = function (node) {
    node.setAttribute("tabindex", "-1");
    node.focus();
  };

  /** Empties an element and fills it anew. @param {Element} node @param {...(Node|string|null|false)} children */
  xt.fill = function (node, ...children) {
    node.textContent = "";
    node.append(...children.filter((child) => child || child === ""));
  };
})();
