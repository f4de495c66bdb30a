/* global caches, clients, fetch, location, Request, self */
/* global shell -- what the build puts above this: { version, pages, files, assets }, see plugin.ts */

// Keeps the shell of the page, so that it opens without a connection: never anything of the API, which is what people have
// written down. What has a hash in its name is the same for ever; everything else is asked for first and kept for when nobody
// answers, so an upgraded ledger is never hidden behind an old page.

const cacheName = `shell ${shell.version}`

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(request))
  else if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(askedFirst(request, shellOf(pathname)))
  else if (shell.files.includes(pathname)) event.respondWith(askedFirst(request, pathname))
})

async function keep() {
  const cache = await caches.open(cacheName)
  const asked = [...shell.pages, ...shell.files, ...shell.assets]
  await cache.addAll(
    asked.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })),
  )
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)))
}

async function keptFirst(request) {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function askedFirst(request, path) {
  const cache = await caches.open(cacheName)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(path, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(path)
    if (kept) return kept
    throw error
  }
}

/** What the server itself shows (the API, its description, health) is none of the page's. */
function isPage(pathname) {
  return !/^\/(api|healthz|readyz|metrics)(\/|$)/.test(pathname)
}

/** The page that is served at `pathname`: its own, or the one for everything else. */
function shellOf(pathname) {
  return shell.pages.includes(pathname) ? pathname : '/'
}
