import test from 'ava'
import { find } from '../../../../../src/web/client/frame/palette/find.ts'
import { itemsOf, type World } from '../../../../../src/web/client/frame/palette/items.ts'
import { rememberSearch, searchesOf } from '../../../../../src/web/client/frame/palette/searches.ts'
import { benUser, groceries, travels } from '../../examples.ts'

/** A palette in which `text` was typed, and what it then did. */
function palette(text: string, known: Partial<World> = {}) {
  const done: string[] = []
  const world: World = {
    links: [
      { path: '/', href: '/?period=2026-10', label: 'Overview', icon: 'house', figures: true, current: undefined },
      { path: '/reports', href: '/reports', label: 'Reports', icon: 'chart', figures: true, current: 'page' },
    ],
    searches: ['coffee'],
    categories: [groceries, travels, { ...groceries, name: 'Café' }],
    people: [benUser],
    text,
    isPrivate: false,
    route: (address) => done.push(address),
    expenses: (more) => `/expenses?${new URLSearchParams(more).toString()}`,
    act: (action) => done.push(action),
    choose: (theme) => done.push(theme),
    hide: (isPrivate) => done.push(`${isPrivate}`),
    signOut: () => done.push('out'),
    ...known,
  }
  const found = find(itemsOf(world), text)
  return { done, found, labels: found.map(({ label }) => label), groups: [...new Set(found.map(({ group }) => group))] }
}

test('before anything is typed it offers searches, pages and actions', (t) => {
  const { labels, groups } = palette('')
  t.deepEqual(groups, ['recent', 'pages', 'actions'])
  t.deepEqual(labels.slice(0, 3), ['coffee', 'Overview', 'Reports'])
})
test('a page is gone to in its scope', (t) => {
  const { found, done } = palette('over')
  found[0]?.run()
  t.deepEqual(done, ['/?period=2026-10'])
})
test('what begins with the text comes first, then what has a word that does, then the rest', (t) => {
  const { labels } = palette('tr', {
    categories: ['Extra', 'Bus and train', 'Travel'].map((name) => ({ ...groceries, name })),
  })
  t.deepEqual(labels, ['Travel', 'Bus and train', 'Extra', 'Search the expenses for “tr”'])
})
test('accents and capitals do not matter, and every word has to be there', (t) => {
  t.deepEqual(palette('cafe').labels, ['Café', 'Search the expenses for “cafe”'])
  t.deepEqual(palette('TRAVEL trips').labels, ['Travel and trips', 'Search the expenses for “TRAVEL trips”'])
  t.deepEqual(palette('travel zoo').groups, ['search'])
})
test('a category, a person’s ledger or a search shows its expenses', (t) => {
  for (const [text, group, address] of [
    ['groc', 'categories', '/expenses?category=Groceries'],
    ['ben@', 'ledgers', `/expenses?user=${benUser.id}`],
    ['coff', 'recent', '/expenses?q=coffee'],
    ['  two  words ', 'search', '/expenses?q=two++words'],
  ]) {
    const { found, done } = palette(text!)
    found.find((item) => item.group === group)?.run()
    t.deepEqual(done, [address!])
  }
})
test('actions are done', (t) => {
  for (const [text, action] of [
    ['add an', 'add'],
    ['previous', 'previousPeriod'],
    ['dark', 'dark'],
    ['blur', 'true'],
    ['sign out', 'out'],
  ]) {
    const { found, done } = palette(text!)
    found[0]?.run()
    t.deepEqual(done, [action!])
  }
})
test('of many that are found some are offered', (t) => {
  const categories = Array.from({ length: 40 }, (_, index) => ({ ...groceries, name: `Kind ${index}` }))
  t.is(palette('kind', { categories }).found.filter(({ group }) => group === 'categories').length, 6)
})

test('the latest searches are remembered, each once, for one person', (t) => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  t.deepEqual(searchesOf('ana', storage), [])
  for (const search of ['coffee', 'tea', ' Coffee ', '', 'a', 'b', 'c', 'd']) rememberSearch('ana', search, storage)
  t.deepEqual(searchesOf('ana', storage), ['d', 'c', 'b', 'a', 'Coffee'])
  t.deepEqual(searchesOf('ben', storage), [])
})
