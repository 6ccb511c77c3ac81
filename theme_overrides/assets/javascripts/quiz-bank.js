// @ts-check
/** `xt.bank`: the index and the questions, from the bank files; a chapter's file is loaded when it is first needed. */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const loading = {};
  const unpacked = {};
  let rows = null;

  const files = () => window.xtBank || {};

  /** Loads a bank file as a classic script. @param {string} root path to the site's root @param {string} name */
  function load(root, name) {
    const key = name === "index" ? name : "bank:" + name;
    if (files()[key]) return Promise.resolve();
    loading[key] =
      loading[key] ||
      new Promise((done, fail) => {
        const script = xt.el("script", { src: root + "quiz/bank/" + name + ".js", load: () => done(), error: () => fail(new Error(name)) });
        document.head.append(script);
      });
    return loading[key];
  }

  /** Every question's place, in the order of the handbook: { id, type, family, must, chapter, section }. */
  function index() {
    if (rows) return rows;
    rows = [];
    const types = xt.words().types;
    for (const [chapter, , sections] of files().index.chapters) {
      for (const [section, , , list] of sections) {
        for (const [id, type, family, must] of list) rows.push({ id, type: types[type], family, must: must === 1, chapter, section });
      }
    }
    return rows;
  }

  /** Titles and addresses: chapter id → title, section id → { title, url }. */
  function places() {
    const out = { chapters: {}, sections: {} };
    for (const [chapter, title, sections] of files().index.chapters) {
      out.chapters[chapter] = title;
      for (const [section, name, url] of sections) out.sections[section] = { title: name, url, chapter };
    }
    return out;
  }

  /** The questions with the ids, in that order, those that no longer exist left out. @returns {Promise<any[]>} */
  function questions(root, ids) {
    const where = new Map(index().map((row) => [row.id, row.chapter]));
    const chapters = Array.from(new Set(ids.map((id) => where.get(id)).filter(Boolean)));
    return Promise.all(chapters.map((chapter) => load(root, chapter))).then(() => ids.filter((id) => where.has(id)).map((id) => question(where.get(id), id)));
  }

  /** A question of a chapter whose file is loaded. @param {string} chapter @param {string} id */
  function question(chapter, id) {
    if (!unpacked[chapter]) {
      const names = xt.words().row;
      unpacked[chapter] = new Map(files()["bank:" + chapter].map((row) => [row[0], { row, names }]));
    }
    const found = unpacked[chapter].get(id);
    return found && unpack(found.row, found.names, chapter);
  }

  function unpack(row, names, chapter) {
    const out = { chapter };
    names.forEach((name, i) => (out[name] = row[i]));
    out.type = xt.words().types[out.type];
    out.parts = out.parts.map((part) => (Array.isArray(part) ? { text: part[0], why: part[1] } : { text: part, why: "" }));
    return out;
  }

  xt.bank = { load, index, places, questions, question, retired: () => files().index.retired };
})();
