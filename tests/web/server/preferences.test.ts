import test from 'ava'
import { Preferences } from '../../../src/web/api.ts'
import { bodyOf, fieldsOf, serveLedger, type Person } from './served.ts'

const { ledger, head, nobody, first, member } = await serveLedger()
const ana = await first()

const pathOf = ({ id }: { id: string }) => `/api/users/${id}/preferences`
const read = async (who: Person, by = who) => Preferences.parse(bodyOf(await by.agent.get(pathOf(who)).expect(200)))

const defaults: Preferences = {
  locale: null,
  firstDayOfWeek: null,
  dateStyle: 'words',
  theme: 'system',
  defaultCurrency: null,
  letterKeys: true,
  savedFilters: [],
  importMappings: [],
}
const chosen = {
  locale: 'de-CH',
  firstDayOfWeek: 1,
  dateStyle: 'iso',
  theme: 'dark',
  defaultCurrency: 'CHF',
  letterKeys: false,
  savedFilters: [{ name: 'Trips', filter: { category: 'Travel', from: '2026-01-01', sort: '-amount' } }],
  importMappings: [
    {
      name: 'My bank',
      columns: { date: 'Buchungstag', description: 'Verwendungszweck', amount: 'Betrag' },
      separator: ';',
      decimalMark: ',',
      dateFormat: 'DD.MM.YYYY',
    },
  ],
}

test('whoever has chosen nothing has the defaults', async (t) => {
  const ben = await member(ana)
  const answer = await ben.agent.get(pathOf(ben)).expect(200)
  t.deepEqual(Preferences.parse(answer.body), defaults)
  t.is(answer.get('ETag'), '"0"')
})

test.serial('what somebody chose is kept whole, and what is left out goes back to its default', async (t) => {
  const ben = await member(ana)
  const before = await head()
  const kept = await ben.agent.put(pathOf(ben)).send(chosen).expect(200)
  t.deepEqual(kept.body, chosen)
  t.deepEqual(await read(ben), chosen as never)
  await ben.agent.put(pathOf(ben)).send({ theme: 'light' }).expect(200)
  t.deepEqual(await read(ben), { ...defaults, theme: 'light' })
  t.is(await head(), before)
})

test('they are one’s own, and for an admin everybody’s', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  await ana.agent.put(pathOf(ben)).send({ theme: 'dark' }).expect(200)
  t.is((await read(ben)).theme, 'dark')
  t.is((await read(ben, ana)).theme, 'dark')
  t.is((await read(carl)).theme, 'system')
  await carl.agent.get(pathOf(ben)).expect(404)
  await carl.agent.put(pathOf(ben)).send({}).expect(404)
  await nobody().get(pathOf(ben)).expect(401)
  await nobody().put(pathOf(ben)).send({}).expect(401)
  for (const id of ['01970000-0000-7000-8000-000000000000', 'ben']) {
    await ana.agent.get(pathOf({ id })).expect(404)
    await ana.agent.put(pathOf({ id })).send({}).expect(404)
  }
})

test('those of a deleted user stay as they are', async (t) => {
  const ben = await member(ana)
  await ben.agent.put(pathOf(ben)).send({ theme: 'dark' }).expect(200)
  await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  await ana.agent.put(pathOf(ben)).send({ theme: 'light' }).expect(409)
  t.is((await read(ben, ana)).theme, 'dark')
})

test('of those who change the same version one does, and the others are told', async (t) => {
  const ben = await member(ana)
  const put = (theme: string, version?: number) => {
    const asked = ben.agent.put(pathOf(ben)).send({ theme })
    return version === undefined ? asked : asked.set('If-Match', `"${version}"`)
  }
  for (const version of [0, 1]) {
    const answers = await Promise.all(['dark', 'light', 'system', 'dark'].map((theme) => put(theme, version)))
    t.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412])
  }
  const answers = await Promise.all(['dark', 'light', 'system', 'dark'].map((theme) => put(theme)))
  t.deepEqual(answers.map((answer) => answer.get('ETag')).sort(), ['"3"', '"4"', '"5"', '"6"'])
})

test('a language is kept as it is usually written', async (t) => {
  const ben = await member(ana)
  await ben.agent.put(pathOf(ben)).send({ locale: 'DE-ch' }).expect(200)
  t.is((await read(ben)).locale, 'de-CH')
})

const [trips] = chosen.savedFilters
const [bank] = chosen.importMappings
const invalid: [what: string, body: object, ...fields: string[]][] = [
  ['a preference that there is none of', { colour: 'red' }, 'colour'],
  ['a language that is none', { locale: 'not a language' }, 'locale'],
  ['an eighth day', { firstDayOfWeek: 8 }, 'firstDayOfWeek'],
  ['half a day', { firstDayOfWeek: 1.5 }, 'firstDayOfWeek'],
  ['a way to write dates that there is none of', { dateStyle: 'roman' }, 'dateStyle'],
  ['a theme that there is none of', { theme: 'pink' }, 'theme'],
  ['letters that are neither on nor off', { letterKeys: 'no' }, 'letterKeys'],
  ['a currency that there is none of', { defaultCurrency: 'XXY' }, 'defaultCurrency'],
  ['a filter without a name', { savedFilters: [{ filter: {} }] }, 'savedFilters.0.name'],
  [
    'a filter that filters by nonsense',
    { savedFilters: [{ name: 'a', filter: { from: 'today' } }] },
    'savedFilters.0.filter.from',
  ],
  ['a page of a filter', { savedFilters: [{ name: 'a', filter: { limit: '5' } }] }, 'savedFilters.0.filter.limit'],
  ['two filters of one name', { savedFilters: [trips, { ...trips, name: ' trips ' }] }, 'savedFilters'],
  [
    'more than 50 filters',
    { savedFilters: Array.from({ length: 51 }, (_, index) => ({ ...trips, name: `${index}` })) },
    'savedFilters',
  ],
  [
    'a mapping without an amount',
    { importMappings: [{ ...bank, columns: { date: 'a', description: 'b' } }] },
    'importMappings.0.columns.amount',
  ],
  ['a separator that nobody uses', { importMappings: [{ ...bank, separator: 'x' }] }, 'importMappings.0.separator'],
]
for (const [what, body, ...fields] of invalid) {
  test(`refused: ${what}`, async (t) => {
    const answer = await ana.agent.put(pathOf(ana)).send(body).expect(422)
    t.deepEqual(fieldsOf(answer), fields)
    t.deepEqual(await read(ana), defaults)
  })
}

test('they are small', async (t) => {
  const savedFilters = Array.from({ length: 50 }, (_, index) => ({
    name: `${index} ${'ü'.repeat(90)}`,
    filter: { q: 'ü'.repeat(200), category: 'ü'.repeat(100) },
  }))
  await ana.agent.put(pathOf(ana)).send({ savedFilters }).expect(413)
  t.deepEqual(await read(ana), defaults)
  const ben = await member(ana)
  await ben.agent
    .put(pathOf(ben))
    .send({ savedFilters: savedFilters.slice(0, 30) })
    .expect(200)
  t.is((await read(ben)).savedFilters.length, 30)
})

test('a choice that there is no longer goes back to its default, and the others stay', async (t) => {
  const ben = await member(ana)
  await ben.agent.put(pathOf(ben)).send(chosen).expect(200)
  const older = { ...chosen, theme: 'pink', colour: 'red' }
  await ledger.pool.query('update preferences set data = ? where user_id = ?', [JSON.stringify(older), ben.id])
  t.deepEqual(await read(ben), { ...chosen, theme: 'system' } as never)
  await ben.agent.put(pathOf(ben)).send({}).expect(200)
  t.deepEqual(await read(ben), defaults)
})
