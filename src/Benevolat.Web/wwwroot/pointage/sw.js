// Keeps one page, its styles and its script for check-ins where there is no network. It sees nothing but addresses under /pointage/,
// and keeps nothing that belongs to a person: the page is asked for without the session.

const store = "benevolat-pointage";
const shell = "/pointage/hors-ligne";
const language = new URL(location.href).searchParams.get("langue") ?? "fr";

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) { return; }
  event.respondWith(request.mode === "navigate" ? visit(event) : load(request));
});

/** The page itself; without a network, or with nobody behind the door, the kept one. */
async function visit(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.status >= 500) { return await kept(shell) ?? answer; }
    // A new release has a new page: the kept one follows.
    event.waitUntil(keep().catch(() => {}));
    return answer;
  } catch (error) {
    const page = await kept(shell);
    if (page) { return page; }
    throw error;
  }
}

async function load(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const file = await kept(request.url);
    if (file) { return file; }
    throw error;
  }
}

/** Whatever it varies by: there is one of each. */
async function kept(address) {
  const cache = await caches.open(store);
  return cache.match(address, { ignoreVary: true, ignoreSearch: true });
}

async function keep() {
  const cache = await caches.open(store);
  const page = await fetch(shell, { credentials: "omit", headers: { Accept: "text/html", "Accept-Language": language } });
  if (!page.ok) { throw new Error(`${shell}: ${page.status}`); }
  const text = await page.clone().text();
  await cache.put(shell, page);
  const files = [...text.matchAll(/(?:href|src)="(\/(?:css|js|icon)[^"]*)"/g)].map(match => match[1]);
  await Promise.all(files.map(file => keepFile(cache, new URL(file, location.origin))));
}

/** With the style sheets that it imports. */
async function keepFile(cache, address) {
  const file = await fetch(address, { credentials: "omit" });
  if (!file.ok) { return; }
  const text = address.pathname.endsWith(".css") ? await file.clone().text() : "";
  await cache.put(address, file);
  const imported = [...text.matchAll(/@import url\("([^"]+)"\)/g)].map(match => new URL(match[1], address));
  await Promise.all(imported.map(next => keepFile(cache, next)));
}
