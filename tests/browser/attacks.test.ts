import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import test from 'ava'
import type { Page } from 'playwright-core'
import { ExpenseList } from '../../src/web/api.ts'
import { desktop } from './browser.ts'
import { record } from './people.ts'
import { storiesOn } from './story.ts'

const script = `"><img src=x onerror="window.ran = 1"><script>window.ran = 1</script>`
const lunch = { category: 'Food', date: '2026-11-23', amount: '12.50', currency: 'EUR' }
const story = storiesOn(async (page) => {
  await record(page, { ...lunch, description: script, category: script })
})

test.serial('what somebody wrote is shown as it was written, and never runs', story, desktop, async ({ page }) => {
  for (const path of ['/expenses', '/categories', '/activity', '/reports', '/']) {
    await page.goto(path)
    await page.getByText('<script>window.ran = 1</script>').first().waitFor()
    assert.equal(await page.evaluate('window.ran'), undefined, path)
  }
})

/** Another site, whose page has `body`; the ledger is at `localhost`, and this is not. */
async function siteWith(body: string): Promise<{ address: string; close: () => void }> {
  const server = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(body))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const expenses = async ({ request }: Page) => ExpenseList.parse(await (await request.get('/api/expenses')).json()).items

test.serial('another site does nothing in their name, and shows nothing of theirs', story, desktop, async (visited) => {
  const { page, context } = visited
  const { origin } = new URL(page.url())
  const forged = JSON.stringify({ ...lunch, description: 'forged', x: '=' }).replace('="}', '')
  const site = await siteWith(`<iframe src="${origin}/expenses"></iframe>
    <form method="post" enctype="text/plain" action="${origin}/api/expenses"><input name='${forged}' value='"}'></form>`)
  const before = await expenses(page)
  const other = await context.newPage()
  await other.goto(site.address)
  const json = `headers: { 'Content-Type': 'application/json' }, body: '{}'`
  for (const options of ['', `method: 'POST', ${json}`, `method: 'POST', mode: 'no-cors', body: '${forged}"}'`]) {
    const tried = `fetch('${origin}/api/expenses', { credentials: 'include', ${options} }).then(() => 'read', () => 'refused')`
    assert.equal(await other.evaluate(tried), 'refused', options)
  }
  const framed = other.frames().find((frame) => frame !== other.mainFrame())
  assert.doesNotMatch((await framed?.content()) ?? '', /Expense/)
  const answered = other.waitForResponse(`${origin}/api/expenses`)
  await other.evaluate('document.forms[0].submit()')
  assert.equal((await answered).status(), 403)
  assert.deepEqual(await expenses(page), before)
  await other.close()
  site.close()
})
