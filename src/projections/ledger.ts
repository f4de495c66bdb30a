import type { CategoryQueries } from './categories.ts'
import type { ExpenseQueries } from './expenses/queries.ts'
import type { TotalsQueries } from './user-totals.ts'
import type { UserQueries } from './users.ts'

/** What can be asked of the ledger, as it is now or as it once was. */
export type Ledger = UserQueries & TotalsQueries & CategoryQueries & Omit<ExpenseQueries, 'findExpenses'>
