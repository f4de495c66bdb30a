import type { Route, RouteKey, Routes } from './route.ts'
import { audit } from './routes/audit.ts'
import { categories } from './routes/categories.ts'
import { expenses } from './routes/expenses.ts'
import { live } from './routes/live.ts'
import { operating } from './routes/operating.ts'
import { reports } from './routes/reports.ts'
import { sharing } from './routes/sharing.ts'
import { secondFactor } from './routes/second-factor.ts'
import { signingIn } from './routes/signing-in.ts'
import { users } from './routes/users.ts'

/** The whole HTTP interface, in the order of its description; what is mounted and is not here fails a test. */
export const routesByTag: Record<string, Routes> = {
  'Signing in': { ...signingIn, ...secondFactor },
  Expenses: expenses,
  Categories: categories,
  Users: users,
  Sharing: sharing,
  Reports: reports,
  Audit: audit,
  Live: live,
  Operating: operating,
}

export type DescribedRoute = Route & { key: RouteKey; tag: string }

export const routes: readonly DescribedRoute[] = Object.entries(routesByTag).flatMap(([tag, described]) => {
  return Object.entries(described).map(([key, route]) => ({ ...route, key: key as RouteKey, tag }))
})
