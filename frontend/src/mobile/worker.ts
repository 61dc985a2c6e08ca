/** The phone app's service worker: keeps the shell for a bad network and never touches the API. */
declare const self: ServiceWorkerGlobalScope;
declare const __SHELL_FILES__: string[];
declare const __SHELL_VERSION__: string;

const PAGE = "/m/";
const CACHE = `shell-${__SHELL_VERSION__}`;
const KEPT = [PAGE, "/m/app.webmanifest", "/icon.svg", ...__SHELL_FILES__];

async function forgetOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("shell-") && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** A page from the network, which names the newest files; the kept shell when there is none. */
async function page(request: Request): Promise<Response> {
  return fetch(request).catch(async () => (await caches.match(PAGE)) ?? Response.error());
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldShells());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (KEPT.includes(pathname)) event.respondWith(file(request));
});

export {}; // a module, so that its names stay its own
