import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import test from 'ava'
import express from 'express'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { strictHeaders } from '../../src/web/server/http/guard.ts'
import { pageRoutes } from '../../src/web/server/page.ts'
import { freshDatabase } from '../database.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { desktop, launchBrowser, visit } from './browser.ts'
import { startLedger } from './ledger.ts'
import { ana, begin } from './people.ts'

const client = join(import.meta.dirname, '../../dist/client')
const withWorker = { ...desktop, serviceWorkers: 'allow' } as const

let browser: Browser
test.before(async () => {
  browser = await launchBrowser()
})
test.after.always(() => browser.close())

/** Until the page's service worker keeps the shell and answers for it. */
async function controlled(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    if (navigator.serviceWorker.controller) done()
    navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true })
  })`)
}
type Kept = { names: string[]; paths: string[] }
const cachesOf = (page: Page) =>
  page.evaluate<Kept>(`caches.keys().then(async (names) => {
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return { names, paths: all.flat().map(({ url }) => new URL(url).pathname) }
  })`)

test('without a connection the page opens, says so, and mends itself', async (t) => {
  const ledger = await startLedger({ DATABASE_URL: await freshDatabase() })
  const { page, context, complaints, close } = await visit(browser, ledger.url, withWorker)
  try {
    await begin(page, ana)
    await controlled(page)
    const { paths } = await cachesOf(page)
    t.deepEqual(
      paths.filter((path) => path.startsWith('/api')),
      [],
    )
    t.true(paths.includes('/') && paths.includes('/add'))

    await context.setOffline(true)
    for (const path of ['/expenses', '/add']) {
      await page.goto(path)
      await page.getByText('The ledger cannot be reached').first().waitFor()
    }
    await page.goto('/reports')
    await context.setOffline(false)
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
    t.deepEqual(complaints, [])
  } finally {
    await close()
    await ledger.stop()
  }
})

test('after an upgrade the new page is served at the next visit, and the old one is forgotten', async (t) => {
  const folder = join(temporaryFolder(), 'client')
  cpSync(client, folder, { recursive: true })
  const { url, stop } = await served(folder)
  const context = await browser.newContext({ baseURL: url, serviceWorkers: 'allow' })
  try {
    const page = await context.newPage()
    await page.goto('/')
    await controlled(page)
    const before = await cachesOf(page)
    upgrade(folder)
    await page.goto('/expenses')
    t.is(await page.evaluate('document.documentElement.dataset.release'), 'new')
    await page.evaluate(`(async () => {
      while ((await caches.keys()).includes('${before.names[0]}')) await new Promise(requestAnimationFrame)
    })()`)
    const after = await cachesOf(page)
    t.true(after.paths.includes('/assets/new.js'))
    await offlineIsNew(context, page, t.is)
  } finally {
    await context.close()
    await stop()
  }
})

async function offlineIsNew(context: BrowserContext, page: Page, is: (actual: unknown, expected: unknown) => unknown) {
  await context.setOffline(true)
  await page.reload()
  is(await page.evaluate('document.documentElement.dataset.release'), 'new')
  is(await page.evaluate(`fetch('/assets/new.js').then((answer) => answer.text())`), 'document.body.title = "new"\n')
}

test('the manifest names icons that are there, in the sizes that it says', async (t) => {
  const { url, stop } = await served(client)
  const context = await browser.newContext({ baseURL: url })
  try {
    const answer = await context.request.get('/manifest.webmanifest')
    t.regex(answer.headers()['content-type'] ?? '', /^application\/manifest\+json/)
    const { icons } = JSON.parse(await answer.text()) as { icons: { src: string; sizes: string; type: string }[] }
    for (const { src, sizes, type } of icons) {
      const icon = await context.request.get(src)
      t.is(icon.headers()['content-type']?.split(';')[0], type, src)
      if (type === 'image/png') t.is(widthOf(await icon.body()), Number(sizes.split('x')[0]), src)
    }
    const worker = await context.request.get('/sw.js')
    t.is(worker.headers()['cache-control'], 'no-cache')
  } finally {
    await context.close()
    await stop()
  }
})

/** The built page in `folder`, as the ledger serves it, before a ledger that is not there. */
async function served(folder: string) {
  const app = express()
  app.use(strictHeaders(undefined))
  app.use('/api', (_req, res) => void res.status(503).end())
  app.use(pageRoutes(folder))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => new Promise((done) => server.close(done) && server.closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

/** Another build: another page, an asset of another name in place of one that goes, and so another worker. */
function upgrade(folder: string): void {
  const change = (file: string, by: (text: string) => string) =>
    writeFileSync(join(folder, file), by(readFileSync(join(folder, file), 'utf8')))
  const gone = readdirSync(join(folder, 'assets')).find((file) => /^AdminPage-.*\.js$/.test(file))
  writeFileSync(join(folder, 'assets/new.js'), 'document.body.title = "new"\n')
  change('index.html', (html) => html.replace('<html', '<html data-release="new"'))
  change('sw.js', (code) =>
    code.replace(`/assets/${gone}`, '/assets/new.js').replace(/"version":"\w+"/, '"version":"new"'),
  )
}

/** Of a PNG, as its header says it. */
function widthOf(png: Buffer): number {
  return png.readUInt32BE(16)
}
