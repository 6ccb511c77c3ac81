// @ts-check
/**
 * The service worker. The build puts `const SITE = {version, core, files}` before this text, `files` being
 * path → [beginning of its SHA-256, bytes]. Without that, as in a preview, it removes the workers and caches met before.
 *
 * A version is one cache. Whatever is fetched is compared with the hash this version lists, so that no page ever gets parts
 * of two versions. A new version waits until the reader takes it or all pages are closed; pages that were open before go on
 * with what their own version has kept.
 */
(function () {
  "use strict";

  if (typeof SITE === "undefined") return stop();

  const ROOT = new URL("./", self.location.href);
  const PREFIX = "xt-site:" + ROOT.pathname + ":";
  const NAME = PREFIX + SITE.version;
  const OFFLINE = "about/offline.html";
  const AT_ONCE = 6;

  /** Address under which a file is fetched: styles and scripts as the pages call them. @param {string} path */
  function address(path) {
    const own = /^assets\/(javascripts|stylesheets)\/([a-z]+\/)?[a-z0-9-]+\.(js|css)$/.test(path);
    return new URL(path + (own ? "?v=" + SITE.files[path][0].slice(0, 8) : ""), ROOT).href;
  }

  /** Key under which a file is kept. @param {string} path */
  function key(path) {
    return new URL(path, ROOT).href;
  }

  /** The file a request asks for, or null where it is none of this version's. @param {Request} request */
  function pathOf(request) {
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return null;
    let path = url.pathname.slice(ROOT.pathname.length);
    if (path === "" || path.endsWith("/")) path += "index.html";
    return Object.prototype.hasOwnProperty.call(SITE.files, path) ? path : null;
  }

  /** @param {ArrayBuffer} body */
  async function hash(body) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** A file from the server as one to keep; null where it is of another version. @param {string} path @param {Response} answer */
  async function checked(path, answer) {
    const body = await answer.clone().arrayBuffer();
    if (!answer.ok || (await hash(body)) !== SITE.files[path][0]) return null;
    const headers = new Headers(answer.headers);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    headers.set("x-xt-hash", SITE.files[path][0]);
    return new Response(body, { status: 200, headers });
  }

  /** @param {string} path */
  function load(path) {
    return fetch(address(path), { cache: "no-cache", credentials: "same-origin" });
  }

  /** Keeps a file of this version, copied from an older cache where that has the same. @param {Cache} cache @param {string} path @param {Cache[]} older */
  async function keep(cache, path, older) {
    if (await cache.match(key(path))) return;
    for (const other of older) {
      const had = await other.match(key(path));
      if (had && had.headers.get("x-xt-hash") === SITE.files[path][0]) return cache.put(key(path), had);
    }
    const good = await checked(path, await load(path));
    if (!good) throw new Error("another version: " + path);
    await cache.put(key(path), good);
  }

  /** Does something with every path, some at a time. @param {string[]} paths @param {(path: string) => Promise<any>} act */
  async function each(paths, act) {
    const left = paths.slice();
    const run = () => (left.length ? act(left.shift()).then(run) : undefined);
    await Promise.all(Array.from({ length: AT_ONCE }, run));
  }

  /** Names of this site's other caches. */
  async function others() {
    return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  }

  async function kept(cache) {
    const all = (await cache.keys()).map((request) => request.url.slice(ROOT.href.length));
    return all.filter((path) => !path.startsWith("__"));
  }

  async function note(cache, name) {
    const found = await cache.match(key(name));
    return found ? found.json() : null;
  }

  function write(cache, name, value) {
    return cache.put(key(name), new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } }));
  }

  /** What was readable offline before stays so in the new version; who had everything gets everything. */
  async function install() {
    const cache = await caches.open(NAME);
    const older = await Promise.all((await others()).map((name) => caches.open(name)));
    const wanted = new Set(SITE.core);
    for (const other of older) {
      const all = await note(other, "__all");
      for (const path of all ? Object.keys(SITE.files) : await kept(other)) if (SITE.files[path]) wanted.add(path);
      if (all) await write(cache, "__all", true);
    }
    await each(Array.from(wanted), (path) => keep(cache, path, older));
  }

  /** The pages open now keep the version they came with; caches nobody needs go. */
  async function activate() {
    const cache = await caches.open(NAME);
    const open = (await self.clients.matchAll({ type: "window", includeUncontrolled: true })).map((client) => client.id);
    let before = "";
    for (const name of await others()) {
      if (open.length && (await note(await caches.open(name), "__active"))) before = name;
      else await caches.delete(name);
    }
    await write(cache, "__before", { cache: before, clients: before ? open : [] });
    await write(cache, "__active", true);
    await self.clients.claim();
  }

  /** @type {Promise<{cache: string, clients: string[]}>|null} */
  let before = null;

  function earlier() {
    before = before || caches.open(NAME).then((cache) => note(cache, "__before"));
    return before.then((found) => found || { cache: "", clients: [] });
  }

  /** Drops the version before once none of its pages is open. */
  async function tidy() {
    const old = await earlier();
    if (!old.cache) return;
    const open = (await self.clients.matchAll({ type: "window" })).map((client) => client.id);
    if (old.clients.some((id) => open.includes(id))) return;
    await caches.delete(old.cache);
    before = Promise.resolve({ cache: "", clients: [] });
    await write(await caches.open(NAME), "__before", await before);
  }

  /** @param {FetchEvent} event @param {string} path */
  async function answer(event, path) {
    const page = event.request.mode === "navigate";
    const old = await earlier();
    if (page) event.waitUntil(tidy());
    else if (old.clients.includes(event.clientId)) return (await (await caches.open(old.cache)).match(key(path))) || Response.error();
    const cache = await caches.open(NAME);
    const had = await cache.match(key(path));
    if (had) return had;
    let fresh;
    try {
      fresh = await load(path);
    } catch (offline) {
      return page ? Response.redirect(key(OFFLINE) + "#missing", 302) : Response.error();
    }
    const good = await checked(path, fresh);
    if (!good) return other(fresh, page, path);
    await cache.put(key(path), good.clone());
    return good;
  }

  /** The server has a new version, or something on the way changes what it sends; then it is passed on as it came. */
  async function other(fresh, page, path) {
    await self.registration.update().catch(() => undefined);
    if (!self.registration.installing && !self.registration.waiting) return new Response(fresh.body, fresh);
    return page ? Response.redirect(key(OFFLINE) + "#update=" + path, 302) : Response.error();
  }

  async function state(port) {
    const cache = await caches.open(NAME);
    const paths = (await kept(cache)).filter((path) => SITE.files[path]);
    const bytes = (list) => list.reduce((sum, path) => sum + SITE.files[path][1], 0);
    const all = Object.keys(SITE.files);
    port.postMessage({ files: paths.length, of: all.length, bytes: bytes(paths), ofBytes: bytes(all) });
  }

  async function save(port) {
    const cache = await caches.open(NAME);
    const all = Object.keys(SITE.files);
    let done = 0;
    try {
      await each(all, async (path) => {
        await keep(cache, path, []);
        done += 1;
        if (done % 20 === 0) port.postMessage({ done, of: all.length });
      });
      await write(cache, "__all", true);
    } catch (trouble) {
      port.postMessage({ failed: true });
    }
    await state(port);
  }

  /** Ends whatever app was here before. */
  function stop() {
    const clear = async () => {
      for (const name of await caches.keys()) if (name.startsWith("xt-site:")) await caches.delete(name);
      await self.registration.unregister();
    };
    self.addEventListener("install", () => self.skipWaiting());
    self.addEventListener("activate", (event) => event.waitUntil(clear()));
  }

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const path = pathOf(event.request);
    if (path !== null) event.respondWith(answer(event, path));
  });
  self.addEventListener("message", (event) => {
    if (event.data === "accept") event.waitUntil(self.skipWaiting());
    if (event.data === "state") event.waitUntil(state(event.ports[0]));
    if (event.data === "save") event.waitUntil(save(event.ports[0]));
  });
})();
