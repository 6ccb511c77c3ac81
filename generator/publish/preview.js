/**
 * Only in the preview: loads the page again when the site was made anew, and shows over the last good page what is wrong
 * with what was saved since. The server puts it into every page it sends; no page of the site itself has it.
 */
(function () {
  "use strict";

  const own = document.currentScript;
  const PAUSE = 1000;
  let panel = null;

  /** @param {{title: string, text: string}} problem */
  function show(problem) {
    if (panel) panel.remove();
    panel = null;
    if (!problem.text) return;
    panel = document.createElement("div");
    panel.setAttribute("role", "alert");
    panel.id = "preview-problem";
    panel.style.cssText =
      "position:fixed;z-index:9999;left:0;right:0;bottom:0;max-height:60vh;overflow:auto;padding:16px 20px;" +
      "background:#2b0f0d;color:#fff;font:15px/1.6 sans-serif;border-top:4px solid #ff8a80";
    const title = document.createElement("b");
    title.textContent = problem.title;
    const text = document.createElement("pre");
    text.style.cssText = "white-space:pre-wrap;margin:8px 0 0;font:14px/1.6 monospace;background:none;color:inherit";
    text.textContent = problem.text;
    panel.append(title, text);
    document.body.append(panel);
  }

  /** @returns {Promise<void>} until the page is looked at */
  function looked() {
    return new Promise((done) => {
      if (!document.hidden) return done();
      const see = () => {
        if (document.hidden) return;
        document.removeEventListener("visibilitychange", see);
        done();
      };
      document.addEventListener("visibilitychange", see);
    });
  }

  async function follow(number) {
    await looked();
    let next = number;
    try {
      const state = await (await fetch("/-/changes?since=" + number)).json();
      if (state.site !== Number(own.dataset.site)) return location.reload();
      if (state.number !== number) show(state.problem);
      next = state.number;
    } catch (stopped) {
      await new Promise((done) => setTimeout(done, PAUSE));
      next = -1;
    }
    return follow(next);
  }

  follow(-1);
})();
