import { sameName } from '../../../events/text.ts'
import { readAmount } from './amounts.ts'
import { readDate } from './dates.ts'

/** Amounts stand in one column, or in two: what went out is a debit, what came in a credit. */
export const fields = ['date', 'description', 'amount', 'debit', 'credit', 'category', 'currency'] as const
export type Field = (typeof fields)[number]
/** Where in a record each field stands. */
export type Columns = Partial<Record<Field, number>>

/** What columns are called, the likeliest first. Written as `plain` has them. */
const words: Record<Field, readonly string[]> = {
  date: [
    ...['date', 'spent on', 'transaction date', 'booking date', 'posting date', 'posted date', 'completed date'],
    ...['buchungstag', 'buchungsdatum', 'datum', 'buchung', 'wertstellung', 'valutadatum'],
    ...['date operation', 'date de l operation', 'fecha', 'data', 'dato', 'day'],
  ],
  description: [
    ...['description', 'what for', 'payee', 'merchant', 'details', 'text', 'name', 'memo', 'narrative', 'notes'],
    ...['verwendungszweck', 'buchungstext', 'beschreibung', 'zahlungsempfanger', 'empfanger', 'libelle'],
    ...['concepto', 'descripcion', 'descrizione', 'descricao', 'omschrijving', 'reference'],
  ],
  amount: [
    ...['amount', 'betrag', 'umsatz', 'montant', 'importe', 'importo', 'valor', 'bedrag', 'belopp', 'sum', 'value'],
  ],
  debit: [
    ...['debit', 'money out', 'paid out', 'withdrawal', 'withdrawals', 'out', 'soll', 'belastung', 'lastschrift'],
    ...['ausgabe', 'ausgaben', 'sortie', 'cargo', 'addebito', 'addebiti', 'uitgaven'],
  ],
  credit: [
    ...['credit', 'money in', 'paid in', 'deposit', 'deposits', 'in', 'haben', 'gutschrift', 'einnahme', 'einnahmen'],
    ...['entree', 'abono', 'accredito', 'accrediti', 'inkomsten'],
  ],
  category: ['category', 'kategorie', 'categorie', 'categoria', 'kategori'],
  currency: ['currency', 'currency code', 'wahrung', 'waehrung', 'devise', 'moneda', 'divisa', 'moeda', 'valuta'],
}

/** `Währung (ISO)` is `wahrung`. */
function plain(heading: string): string {
  return sameName(
    heading
      .normalize('NFD')
      .replace(/\p{M}|\([^)]*\)/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )
}

/** The columns that `headings` name; one is not two things. */
export function columnsNamed(headings: readonly string[]): Columns {
  const known = headings.map(plain)
  const columns: Columns = {}
  for (const field of fields) {
    const isFree = (index: number) => index >= 0 && !Object.values(columns).includes(index)
    const exact = words[field].map((word) => known.indexOf(word))
    const close = words[field].map((word) => known.findIndex((heading) => heading.startsWith(`${word} `)))
    const found = [...exact, ...close].find(isFree)
    if (found !== undefined) columns[field] = found
  }
  return inOneOrTwo(columns)
}

/** Where one column has all amounts no others are looked at; and what came in alone is not what was spent. */
export function inOneOrTwo({ debit, credit, ...columns }: Columns): Columns {
  if (columns.amount !== undefined || debit === undefined) return columns
  return { ...columns, debit, ...(credit !== undefined && { credit }) }
}

/** The columns of a file without headings, by what stands in them; the text that says most is the description. */
export function columnsHolding(records: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...records.map(({ length }) => length))
  const indexes = Array.from({ length: width }, (_, index) => index)
  const share = (index: number, fits: (cell: string) => boolean) => {
    const cells = records.map((cells) => cells[index] ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length
  }
  const date = indexes.find((index) => share(index, isDate) > 0.5)
  const amount = indexes.find((index) => index !== date && share(index, isAmount) > 0.5)
  const texts = indexes.filter((index) => index !== date && index !== amount)
  const description = texts.toSorted((one, other) => lengthIn(records, other) - lengthIn(records, one))[0]
  return {
    ...(date !== undefined && { date }),
    ...(amount !== undefined && { amount }),
    ...(description !== undefined && { description }),
  }
}

/** Whether the record fills columns instead of naming them. */
export function isFilled(cells: readonly string[]): boolean {
  return cells.some(isDate) && cells.some(isAmount)
}

const isDate = (cell: string) => 'date' in readDate(cell, 'DD/MM/YYYY') || 'date' in readDate(cell, 'MM/DD/YYYY')
const isAmount = (cell: string) => 'major' in readAmount(cell, '.') || 'major' in readAmount(cell, ',')

function lengthIn(records: readonly (readonly string[])[], index: number): number {
  return records.reduce((sum, cells) => sum + (cells[index]?.length ?? 0), 0)
}
