import { access } from './words/access.ts'
import { audit } from './words/audit.ts'
import { everywhere } from './words/everywhere.ts'
import { expenses } from './words/expenses.ts'
import { health } from './words/health.ts'
import { imports } from './words/imports.ts'
import { people } from './words/people.ts'
import { reports } from './words/reports.ts'

/** Where a word means something of its own. */
const own: Record<string, string> = { ...access, ...audit, ...expenses, ...health, ...imports, ...people, ...reports }

/** Inside of a field (`HistoryEntry.changes`) only what is said for that place: words there may be anybody's. */
export function meaningOf(owner: string, field: string): string | undefined {
  return own[`${owner}.${field}`] ?? (owner.includes('.') ? undefined : everywhere[field])
}
