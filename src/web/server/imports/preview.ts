import type { ExpenseId, UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { sameName } from '../../../events/text.ts'
import { RowOutcome, type ImportPreview, type ImportRow } from '../../api.ts'
import { fields } from './columns.ts'
import { MOST_CATEGORIES } from './limits.ts'
import { matchAll, NEAR, type Before, type Match, type Present } from './matching.ts'
import { read, type Reading, type Told } from './reading.ts'
import { idsOf, type Digest, type IdOf } from './row-ids.ts'
import { rowsOf, type OnRead, type Readable, type Row } from './rows.ts'
import { say } from './sayings.ts'

/** What an import asks of the ledger, as of one moment. */
export type Lookup = {
  digest: Digest
  /** What `owner` has from day to day, without what is deleted. */
  present: (owner: UserId, from: string, to: string) => Promise<readonly Present[]>
  /** Whether those of `ids` that there are, or ever were, are deleted. */
  deleted: (ids: readonly ExpenseId[]) => Promise<ReadonlyMap<ExpenseId, boolean>>
}
export type Owner = { id: UserId; currency: Currency }
/** A row that can be recorded, and how it is then called. */
export type Recordable = Readable & { row: number; idAt: IdOf }
export type Looked = { preview: ImportPreview; recordable: ReadonlyMap<number, Recordable> }

/** Reads `file`, and says of each of its rows what would become of it; `onRead` hears how many are read. Nothing is recorded. */
export async function lookAt(
  file: Uint8Array,
  told: Told,
  owner: Owner,
  lookup: Lookup,
  onRead?: OnRead,
): Promise<Looked> {
  const reading = await read(file, told, owner.currency)
  const rows = await rowsOf(reading, onRead)
  const readable = rows.flatMap(({ row, readable }) => (readable ? [{ ...readable, row }] : []))
  const ids = idsOf(owner.id, readable, lookup.digest)
  const recordable = readable.map((one, index) => ({ ...one, idAt: ids[index] as IdOf }))
  const matches = await matched(recordable, owner.id, lookup)
  const matchOf = new Map(recordable.map(({ row }, index) => [row, matches[index]] as const))
  const views = rows.map((row) => viewOf(row, matchOf.get(row.row)))
  return {
    preview: previewOf(reading, views, questionsAbout(readable)),
    recordable: new Map(recordable.map((one) => [one.row, one])),
  }
}

async function matched(rows: readonly Recordable[], owner: UserId, lookup: Lookup): Promise<Match[]> {
  if (rows.length === 0) return []
  const days = rows.map(({ date }) => date).sort()
  const [from = '', to = ''] = [shifted(days[0], -NEAR), shifted(days.at(-1), NEAR)]
  const before = await importedBefore(rows, lookup)
  return matchAll(rows, before, await lookup.present(owner, from, to))
}

/** What became of rows that were imported before: of one that was deleted, and imported again, what became of that. */
async function importedBefore(rows: readonly Recordable[], { deleted }: Lookup): Promise<Before[]> {
  const found = new Array<Before>(rows.length).fill(undefined)
  let open = rows.map((row, index) => ({ index, id: row.idAt(0) }))
  for (let again = 1; open.length > 0; again++) {
    const isDeleted = await deleted(open.map(({ id }) => id))
    for (const { index, id } of open) {
      const state = isDeleted.get(id)
      if (state !== undefined) found[index] = { id, state: state ? 'deleted' : 'there' }
    }
    open = open
      .filter(({ id }) => isDeleted.get(id))
      .map(({ index }) => ({ index, id: (rows[index] as Recordable).idAt(again) }))
  }
  return found
}

/** `date` some days later, within the years that there are. */
function shifted(date = '', days: number): string {
  const moved = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
  return moved < '1000-01-01' ? '1000-01-01' : moved.length > 10 || moved.startsWith('+') ? '9999-12-31' : moved
}

function viewOf({ readable, aside, ...row }: Row, match: Match | undefined): ImportRow {
  const shown = { ...row, recordable: readable !== undefined, like: null, ...NOTHING }
  if (aside !== undefined && match?.outcome !== 'double') return { ...shown, problems: [], outcome: 'aside', ...aside }
  if (!match) return { ...shown, outcome: 'problem', message: problemsInWords(row.problems) }
  const { said, ...found } = match
  return { ...shown, ...found, ...said }
}

const NOTHING = { message: null, code: null, values: {} }

function problemsInWords(problems: ImportRow['problems']): string {
  return problems.map(({ column, message }) => (column === '' ? message : `${column}: ${message}`)).join('; ')
}

function questionsAbout(rows: readonly Readable[]): ImportPreview['questions'] {
  const categories = new Set(rows.map(({ category }) => sameName(category))).size
  if (categories <= MOST_CATEGORIES) return []
  return [{ parameter: 'categoryColumn', ...say('many-categories', { count: categories, most: MOST_CATEGORIES }) }]
}

function previewOf(reading: Reading, rows: ImportRow[], more: ImportPreview['questions']): ImportPreview {
  const { format, encoding, separator, header, negated, headings, columns, recognised, questions } = reading
  const counts = RowOutcome.options.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length])
  const named = fields.map((field) => [field, headings[columns[field] ?? -1] ?? null])
  return {
    ...{ format: format.name, encoding, separator, header, negated, headings, recognised },
    questions: [...questions, ...more],
    dateFormat: reading.dateFormat ?? null,
    decimalMark: reading.decimalMark ?? null,
    columns: Object.fromEntries(named) as ImportPreview['columns'],
    counts: Object.fromEntries(counts) as ImportPreview['counts'],
    rows,
  }
}
