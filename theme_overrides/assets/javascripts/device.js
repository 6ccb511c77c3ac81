// @ts-check
/**
 * `xt.device`: what works in this browser. In-app browsers (WeChat, WeCom, QQ, DingTalk and other WebViews) drop files made
 * by scripts in silence, do not print and have no voices; this is the one place that knows them.
 *
 * `xt.save(name, content, type)`: gives the reader a file. Where files are dropped it shows the text for copying, or how to
 * open the page in a browser, in the dialogue `#xt-save` of the page, and gives false.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const IN_APP = /MicroMessenger|wxwork|\bQQ\/|DingTalk|\bLark\/|Feishu|AlipayClient|Weibo|aweme|NewsArticle|; wv\)/i;
  const inApp = IN_APP.test(navigator.userAgent);

  xt.device = {
    /** Whether this is a browser inside another app. */
    inApp,
    /** Whether files made by scripts can be kept. */
    saves: !inApp,
    /** Whether window.print() does anything. */
    prints: !inApp && typeof window.print === "function",
    /** Calls back once it is known that there are Chinese voices; never where there are none. @param {() => void} back */
    onVoices(back) {
      const voices = window.speechSynthesis;
      if (!voices || inApp) return;
      let told = false;
      const look = () => {
        if (told || !voices.getVoices().some((voice) => /^(zh|cmn)/i.test(voice.lang))) return;
        told = true;
        back();
      };
      look();
      if (voices.addEventListener) voices.addEventListener("voiceschanged", look);
    },
  };

  /** @param {string} name @param {string|Blob} content @param {string=} type @returns {boolean} whether a file was given */
  xt.save = function (name, content, type) {
    if (!xt.device.saves) {
      show(typeof content === "string" ? content : "");
      return false;
    }
    const file = typeof content === "string" ? new Blob([content], { type: type || "text/plain;charset=utf-8" }) : content;
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return true;
  };

  /** Opens the dialogue with the text, or without where there is none to copy. @param {string} text */
  function show(text) {
    const dialogue = /** @type {HTMLDialogElement} */ (document.getElementById("xt-save"));
    const field = dialogue.querySelector("textarea");
    field.value = text;
    field.hidden = !text;
    dialogue.querySelector("[data-copy]").hidden = !text;
    if (dialogue.showModal) dialogue.showModal();
    else dialogue.setAttribute("open", "");
    if (text) field.select();
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("#xt-save button");
    if (!button) return;
    const dialogue = /** @type {HTMLDialogElement} */ (document.getElementById("xt-save"));
    if (button.hasAttribute("data-copy")) copy(dialogue);
    else if (dialogue.close) dialogue.close();
    else dialogue.removeAttribute("open");
  });

  /** Copies, or leaves the text chosen for copying by hand. @param {HTMLElement} dialogue */
  function copy(dialogue) {
    const field = dialogue.querySelector("textarea");
    const said = dialogue.querySelector("[role='status']");
    field.focus();
    field.select();
    said.textContent = document.execCommand("copy") ? said.getAttribute("data-copied") : said.getAttribute("data-by-hand");
  }
})();
