import { ExpenseId, type UserId } from '../../../events/ids.ts'
import { likeness } from './matching.ts'
import type { Readable } from './rows.ts'

/** What is made of some texts under the ledger's own key: the same for the same, and nothing that they can be guessed from. */
export type Digest = (texts: readonly string[]) => Buffer

/** The id that a row has, `again` counting how often it was imported and deleted. */
export type IdOf = (again: number) => ExpenseId

/**
 * The ids of `rows` in the ledger of `owner`: the same whenever, and from whichever file, they are imported. Of rows that are alike
 * each has its own, in the order of the file. See docs/decisions/import-ids.md.
 */
export function idsOf(owner: UserId, rows: readonly Readable[], digest: Digest): IdOf[] {
  const counts = new Map<string, number>()
  return rows.map((row) => {
    const alike = likeness(row)
    const occurrence = (counts.get(alike) ?? 0) + 1
    counts.set(alike, occurrence)
    const known: ExpenseId[] = []
    return (again) => (known[again] ??= idAt(row.date, digest(['import', owner, alike, `${occurrence}`, `${again}`])))
  })
}

/** A UUID of version 7, whose time is the day of the expense: so ids of one file lie side by side. */
function idAt(date: string, bytes: Buffer): ExpenseId {
  const time = Math.max(0, Date.parse(date)).toString(16).padStart(12, '0')
  const hex = bytes.toString('hex')
  const variant = ((bytes[9] ?? 0) & 0x3f) | 0x80
  const rest = `${variant.toString(16)}${hex.slice(4, 6)}-${hex.slice(6, 18)}`
  return ExpenseId.parse(`${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${rest}`)
}
