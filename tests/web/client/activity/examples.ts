import type { AuditEntry } from '../../../../src/web/api.ts'
import { expenseStream } from '../../../../src/events/expense.ts'
import { ana, EUR, lunch, monday, noon } from '../../../examples.ts'

/** What the audit trail says of Ana, who recorded a lunch. */
export const lunchEntry: AuditEntry = {
  position: 12,
  version: 1,
  type: 'ExpenseRecorded',
  recordedAt: noon,
  actor: { id: ana, name: 'Ana' },
  origin: 'web',
  batch: null,
  changes: {},
  now: {},
  hash: '0'.repeat(64),
  stream: expenseStream(lunch),
  userId: ana,
  summary: 'Ana recorded “Lunch”: 12.50 EUR on 2026-11-23 in “Food”',
  about: { name: 'Lunch', owner: 'Ana', amount: '12.50', currency: EUR, date: monday, category: 'Food' },
}
export const batch = '01970000-0000-7000-8000-0000000ba7c4'
