import { readFileSync } from 'node:fs'
import test from 'ava'
import { docsPage } from '../../../../src/web/server/openapi/docs/docs.ts'
import { html, prose } from '../../../../src/web/server/openapi/docs/html.ts'
import { serveLedger } from '../served.ts'
import { description, operations } from './held.ts'

const { address } = await serveLedger()
const answer = await fetch(`${address}/api/docs`)
const page = await answer.text()

test('anybody may read the page', (t) => {
  t.is(answer.status, 200)
  t.is(answer.headers.get('Content-Type'), 'text/html; charset=utf-8')
  t.is(page, docsPage(description))
})

test('it shows every route, every schema and every refusal', (t) => {
  const names = operations.map(({ operation }) => operation.operationId)
  const shown = [...names, ...Object.keys(description.components.schemas)]
  for (const id of shown) t.true(page.includes(`<article id="${id}">`), id)
  for (const status of Object.keys(description.components.responses)) t.true(page.includes(`id="refusal-${status}"`))
})

test('every link leads somewhere', async (t) => {
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) t.true(page.includes(`id="${id}"`), id)
  const files = [...page.matchAll(/(?:href|src)="(\/api\/[^"]+)"/g)].map(([, path]) => path)
  t.true(files.length > 0)
  for (const path of files) t.is((await fetch(address + path)).status, 200, path)
})

test('nothing in it is against the policy, or on the internet', (t) => {
  t.notRegex(page, /<style|\sstyle=|\son\w+=|<script(?! src="\/)|(?:href|src)="(?![#/])/)
  t.regex(answer.headers.get('Content-Security-Policy') ?? '', /default-src 'self'/)
})

test('what is text stays text', (t) => {
  t.is(html`<p>${'<b>"Tom" & \'Ann\'</b>'}</p>`.source, '<p>&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;</p>')
  t.is(html`${[html`<i>1</i>`, html`<i>2</i>`]}${undefined}${3}`.source, '<i>1</i><i>2</i>3')
  t.is(prose('Give `<id>` & wait').source, 'Give <code>&lt;id&gt;</code> &amp; wait')
})

test('it has the colours of the ledger', (t) => {
  const look = (path: string) => readFileSync(new URL(`../../../../src/web/${path}`, import.meta.url), 'utf8')
  const [light = '', dark = ''] = look('client/look/tokens.css').split("[data-bs-theme='dark']")
  const docs = look('server/openapi/docs/look/docs.css')
  for (const name of ['ink', 'ink-soft', 'rail', 'danger', 'danger-soft', 'note-soft', 'note-ink']) {
    const [one, other] = [light, dark].map((css) => new RegExp(`--${name}: (.*);`).exec(css)?.[1])
    t.true(docs.includes(`--${name}: light-dark(${one}, ${other});`), name)
  }
})
