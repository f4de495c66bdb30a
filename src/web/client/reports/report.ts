import { instantOf, isPosition, usualMoments } from '../scope/moments.ts'
import { spanOf, type Period } from '../scope/period.ts'
import { readAsOf, type Scope } from '../scope/scope.ts'

export const reports = ['spending', 'statement', 'changes'] as const
export type ReportName = (typeof reports)[number]
export const groups = ['category', 'month', 'month,category', 'none'] as const
export type Group = (typeof groups)[number]

/** The report that an address's search part names, the first if it names none. */
export function readReport({ report }: Record<string, string>): ReportName {
  return reports.find((name) => name === report) ?? 'spending'
}

/** How spending is told apart: within one month by category alone, unless the address says how. */
export function readGroup({ group }: Record<string, string>, period: Period): Group {
  const { from, to } = spanOf(period)
  const isOneMonth = from !== undefined && from.slice(0, 7) === to?.slice(0, 7)
  return groups.find((name) => name === group) ?? (isOneMonth ? 'category' : 'month,category')
}

/**
 * Since when changes are asked for. Unless the address says so: since the period ended, if it did before the report's moment;
 * else of the last week.
 */
export function readSince({ since }: Record<string, string>, { period, asOf }: Scope, now: Date): string {
  const asked = readAsOf(since)
  if (asked !== undefined) return asked
  const until = asOf === undefined || isPosition(asOf) ? now : new Date(asOf)
  const { to } = spanOf(period)
  const end = to === undefined ? undefined : new Date(`${to}T23:59:59.999`)
  if (to !== undefined && end !== undefined && end < until) return instantOf(`${to}T23:59`)
  const weekAgo = usualMoments(until).find(({ name }) => name === 'weekAgo')
  return instantOf(weekAgo?.at ?? '')
}

/** What the file of a report is called: `spending-2026-11.csv`, `statement-2026-at-1204.csv`. */
export function fileName(report: ReportName, { period, asOf }: Scope, position: number): string {
  const at = asOf === undefined ? '' : `-at-${position}`
  return `${report}-${period.replace('..', '-to-')}${at}.csv`
}
