import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { temporaryFolder } from '../../temporary-folder.ts'
import { serveLedger } from './served.ts'

const page = temporaryFolder()
mkdirSync(join(page, 'assets'))
writeFileSync(join(page, 'index.html'), '<title>Expense Ledger</title>')
writeFileSync(join(page, 'add.html'), '<title>Add an expense</title>')
writeFileSync(join(page, 'theme.js'), 'light()')
writeFileSync(join(page, 'assets', 'index-abc123.js'), 'render()')
const { address } = await serveLedger(() => ({ page }))

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(address + path, { headers })
  return { status: answer.status, caching: answer.headers.get('Cache-Control'), text: await answer.text() }
}

test('whatever is no file and no API is the page', async (t) => {
  for (const path of ['/', '/categories', '/people/new', '/?q=lunch', '/index.html']) {
    const { status, text, caching } = await get(path)
    t.deepEqual([status, text, caching], [200, '<title>Expense Ledger</title>', 'no-cache'], path)
  }
})

test('adding has a page of its own', async (t) => {
  t.deepEqual(await get('/add'), { status: 200, caching: 'no-cache', text: '<title>Add an expense</title>' })
})

test('files whose names carry a hash never change, others are asked for each time', async (t) => {
  t.like(await get('/assets/index-abc123.js'), { status: 200, caching: 'public, max-age=31536000, immutable' })
  t.like(await get('/theme.js'), { status: 200, caching: 'no-cache', text: 'light()' })
})

test('a file of an older page is not found, and so is whatever lies outside', async (t) => {
  t.is((await get('/assets/index-old.js')).status, 404)
  t.is((await get('/assets/..%2f..%2fpackage.json')).status, 404)
  t.is((await get('/assets/.env')).status, 404)
  t.false((await get('/..%2fpackage.json')).text.includes('expense-ledger'))
  t.is((await get('/assets/%ff')).status, 400)
  const posted = await fetch(address, { method: 'POST' })
  t.deepEqual([posted.status, posted.headers.get('Content-Type')], [404, 'application/problem+json; charset=utf-8'])
  t.is((await get('/assets/index-abc123.js', { Range: 'bytes=99-' })).status, 400)
})

test('without a built page it says how to build one', async (t) => {
  const { address } = await serveLedger()
  const answer = await fetch(address)
  t.is(answer.status, 503)
  t.regex(await answer.text(), /npm start/)
})
