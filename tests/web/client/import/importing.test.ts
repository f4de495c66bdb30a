import test from 'ava'
import { ImportPreview, ImportQuery, type BatchDone, type ImportMapping } from '../../../../src/web/api.ts'
import { fetchTelling } from '../../../../src/web/client/import/fetch-telling.ts'
import { canBeChosen, openImporting } from '../../../../src/web/client/import/importing.ts'
import { whyRefused } from '../../../../src/web/client/import/refusals.ts'
import { Refused } from '../../../../src/web/client/refused.ts'
import { aboutRow } from '../../../../src/web/client/import/said.ts'
import { mappingFor, toldBy, withMapping } from '../../../../src/web/client/import/mappings.ts'
import { rangesOf, rowsAsked } from '../../../../src/web/client/import/row-ranges.ts'
import { rowNumbers } from '../../../../src/web/server/imports/row-numbers.ts'
import { examples } from '../../../../src/web/server/openapi/examples.ts'
import { ana } from '../../../examples.ts'

const bank = ImportPreview.parse(examples.ImportPreview)
const [row] = bank.rows
const rows = (['new', 'double', 'problem'] as const).map((outcome, index) => {
  return { ...row!, row: index + 1, outcome, recordable: outcome !== 'problem', date: `2026-11-0${3 - index}` }
})
const preview: ImportPreview = { ...bank, rows, counts: { new: 1, double: 1, possible: 0, aside: 0, problem: 1 } }
const kept: ImportMapping = {
  name: 'Umsaetze',
  columns: { date: 'Buchungstag', description: 'Text', amount: 'Betrag' },
  ...{ separator: ';', decimalMark: ',', dateFormat: 'DD.MM.YYYY', encoding: 'windows-1252', negated: true },
  category: 'Household',
}
const file = new File(['…'], 'Umsaetze_2026-11.csv')

/** The page's side of an import; `done` is what happened. */
function begin(mappings: readonly ImportMapping[] = [], answers: { done?: BatchDone | Error } = {}) {
  const done: unknown[] = []
  let undo: (() => Promise<unknown>) | undefined
  const importing = openImporting({
    server: {
      lookAtFile: async (_file: File, query: ImportQuery) => (done.push(query), preview),
      importFile: async (_file: File, query: ImportQuery) => {
        done.push(query)
        if (answers.done instanceof Error) throw answers.done
        return answers.done ?? { batch: 'b', count: 1 }
      },
      revertBatch: async (id: string) => (done.push(id), { batch: 'c', count: 1 }),
    },
    toasts: { say: (text) => void done.push(text) },
    changes: { done: (text, takeBack) => (done.push(text), (undo = takeBack)) },
    mappings: { kept: () => mappings, keep: async (next) => void done.push(next) },
    recorded: () => void done.push('looked again'),
  })
  return { importing, done, undo: () => undo?.() }
}

test('what is new is chosen; rows are shown by kind, chosen one by one or as shown', async (t) => {
  const { importing, done } = begin()
  await importing.choose(file, ana)
  t.deepEqual(done, [{ category: 'Uncategorised', user: ana }])
  t.deepEqual([...importing.chosen.value], [1])
  importing.toggleShown()
  t.deepEqual([...importing.chosen.value], [1, 2])
  importing.toggleShown()
  t.deepEqual([...importing.chosen.value], [])
  importing.shown.value = 'double'
  t.deepEqual(
    importing.rows.value.map(({ row }) => row),
    [2],
  )
  importing.toggle(importing.rows.value[0]!)
  t.deepEqual([...importing.chosen.value], [2])
})

test('a row can be chosen unless it cannot be read or was imported before', (t) => {
  t.deepEqual(rows.map(canBeChosen), [true, true, false])
  t.false(canBeChosen({ recordable: true, code: 'imported-before' }))
})

test('what is said of the file reads it anew', async (t) => {
  const { importing, done } = begin()
  await importing.choose(file, ana)
  await importing.tell({ dateFormat: 'MM/DD/YYYY' })
  t.deepEqual(done.at(-1), { category: 'Uncategorised', dateFormat: 'MM/DD/YYYY', user: ana })
})

test('chosen rows are recorded, the mapping is kept, and all of it can be taken back', async (t) => {
  const { importing, done, undo } = begin()
  await importing.choose(file, ana)
  importing.toggleShown()
  t.deepEqual(await importing.record(), { batch: 'b', from: '2026-11-02', to: '2026-11-03' })
  t.deepEqual(done.slice(1), [
    { category: 'Uncategorised', user: ana, rows: '1-2' },
    'looked again',
    [{ ...kept, category: 'Uncategorised' }],
    'Recorded 1 expense',
  ])
  t.is(importing.file.value, undefined)
  await undo()
  t.deepEqual(done.slice(-3), ['b', 'looked again', 'Took 1 expense back'])
})

test('a file of the same form is read as last time, unless it is to be recognised anew', async (t) => {
  const { importing, done } = begin([kept])
  await importing.choose(file, ana)
  t.is(importing.remembered.value, 'Umsaetze')
  t.deepEqual(done.at(-1), { ...toldBy(kept), user: ana })
  await importing.recogniseAnew()
  t.is(importing.remembered.value, undefined)
  t.deepEqual(done.at(-1), { category: 'Uncategorised', user: ana })
})

test('what could not be recorded is told, and the file stays', async (t) => {
  const { importing } = begin([], { done: new Error('No') })
  await importing.choose(file, ana)
  t.is(await importing.record(), undefined)
  t.is(importing.errors.value.length, 1)
  t.is(importing.file.value, file)
  t.is(importing.busy.value, undefined)
})

test('what is cancelled while it is recorded is looked at again', async (t) => {
  const { importing, done } = begin()
  await importing.choose(file, ana)
  const recording = importing.record()
  await importing.cancel()
  t.is(await recording, undefined)
  t.deepEqual(done.at(-1), { category: 'Uncategorised', user: ana })
  t.is(importing.preview.value, preview)
})

test('while a file is recorded the page hears how far that is, and then what it came to', async (t) => {
  const events = [
    'event: progress\ndata: {"step":"sealing","rows":500,"of":600}\n\n',
    'id: 7\nevent: done\ndata: {"batch":null,"count":0}\n\n',
  ]
  const answers = [
    new Response(events.join(''), { headers: { 'Content-Type': 'text/event-stream' } }),
    Response.json({ refused: true }, { status: 422 }),
    new Response(events[0], { headers: { 'Content-Type': 'text/event-stream' } }),
    Response.json({ replayed: true }),
  ]
  const [told, asked] = [new Array<unknown>(), new Array<unknown>()]
  const ask = fetchTelling(
    (progress) => told.push(progress),
    async (_path, init) => (asked.push(init?.headers), answers.shift()!),
  )
  const done = await ask('/api/imports', { headers: { key: 'k' } })
  t.deepEqual([done.headers.get('Ledger-Position'), await done.json()], ['7', { batch: null, count: 0 }])
  t.deepEqual(told, [{ step: 'sealing', rows: 500, of: 600 }])
  t.is((await ask('/api/imports')).status, 422)
  // It broke off, and is asked in the usual way under the same key.
  t.deepEqual(await (await ask('/api/imports', { headers: { key: 'k' } })).json(), { replayed: true })
  t.deepEqual(asked.slice(2), [{ key: 'k', Accept: 'text/event-stream' }, { key: 'k' }])
})

test('a mapping is kept under what the bank’s files have in common, the newest last, known forms not at all', (t) => {
  const told = { category: 'Household' }
  const other = { ...kept, name: 'Card' }
  t.deepEqual(withMapping([kept, other], 'UMSAETZE 12.csv', preview, told), [other, { ...kept, name: 'UMSAETZE' }])
  t.is(withMapping([kept], 'x.csv', { ...preview, format: 'firefly' }, told).length, 1)
  t.is(mappingFor(preview, [kept, other])?.name, 'Card')
  t.is(mappingFor({ ...preview, headings: ['Datum'] }, [kept]), undefined)
})

test('what went out in a column of its own is remembered so', (t) => {
  const columns = { ...preview.columns, amount: null, debit: 'Soll', credit: 'Haben' }
  const [mapping] = withMapping([], 'Giro.csv', { ...preview, columns }, {})
  t.deepEqual(mapping?.columns, { date: 'Buchungstag', description: 'Text', debit: 'Soll', credit: 'Haben' })
  t.like(mapping && toldBy(mapping), { amountColumn: '', debitColumn: 'Soll', creditColumn: 'Haben' })
})

test('of a row the page says in its own words what is known, or each thing that is wrong', (t) => {
  const problem = { message: 'x', code: 'amount-expected', values: { example: '1,5' } } as const
  t.is(aboutRow(row!), undefined)
  t.is(
    aboutRow({ ...row!, code: 'days-apart', values: { days: '3', description: 'Tea' } }),
    'The same amount, 3 days apart: “Tea”',
  )
  const problems = [
    { column: 'Betrag', ...problem },
    { column: '', message: 'x', code: 'no-row' as const, values: {} },
  ]
  t.is(aboutRow({ ...row!, problems }), 'Betrag: Expected an amount such as 1,5; Expected a row of cells')
})

test('why a whole file is refused the page says in its own words, too', (t) => {
  const why = (status: number, ...errors: { path: string; message: string }[]) => {
    const problem = { type: 'urn:x', title: 'No', status, detail: 'x', ...(errors.length > 0 && { errors }) }
    return whyRefused(new Refused(problem), { ...preview, rows: [faulty] }).map(({ message }) => message)
  }
  const faulty = { ...row!, row: 7, line: 9, code: 'imported-before' as const, values: {} }
  t.regex(why(413).join(), /^The file is too large: at most 10,000 rows and 8 MB/)
  t.regex(why(422, { path: 'file', message: 'x' }).join(), /^This is no text file\./)
  t.regex(why(422, { path: 'encoding', message: 'x' }).join(), /^The file is not written in these characters\./)
  t.deepEqual(why(422, { path: 'rows.7', message: 'x' }), ['Line 9: This row was imported before'])
  t.deepEqual(why(422, { path: 'user', message: 'as it is' }), ['as it is'])
  t.deepEqual(why(409), ['x'])
})

test('rows that follow each other are a range', (t) => {
  t.is(rangesOf(new Set([9, 1, 2, 5, 6, 7])), '1-2,5-7,9')
  t.is(rangesOf([]), '')
})

test('any choice of ten thousand rows can be asked for', (t) => {
  const odd = new Set(Array.from({ length: 5_000 }, (_, index) => 2 * index + 1))
  const asked = rowsAsked(odd)
  t.true(asked.length < 1_700)
  t.is(ImportQuery.parse({ rows: asked }).rows, asked)
  t.deepEqual([...rowNumbers(asked, 10_000)], [...odd])
  t.throws(() => rowNumbers(asked, 9_998))
  t.is(rowsAsked(new Set([1, 2])), '1-2')
})
