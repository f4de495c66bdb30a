/**
 * What both sides agree on: every body, query and answer of the HTTP interface. Amounts are texts in major units with a
 * currency beside them; instants are RFC 3339 in UTC with six digits.
 */
export * from './api/words.ts'
export * from './api/as-of.ts'
export * from './api/sharing.ts'
export * from './api/users.ts'
export * from './api/access.ts'
export * from './api/categories.ts'
export * from './api/expenses.ts'
export * from './api/bulk.ts'
export * from './api/history.ts'
export * from './api/audit-export.ts'
export * from './api/audit.ts'
export * from './api/problem.ts'
export * from './api/live.ts'
export * from './api/preferences.ts'
export * from './api/operating.ts'
export * from './api/proof.ts'
export * from './api/demo.ts'
export * from './api/reports.ts'
