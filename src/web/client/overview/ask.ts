import type { Spending } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { localDate } from '../scope/calendar-days.ts'
import { isPosition } from '../scope/moments.ts'
import { shifted, type Period, type Span } from '../scope/period.ts'
import { scopeQuery, type Scope } from '../scope/scope.ts'
import type { Server } from '../server.ts'
import type { Spent } from './running.ts'
import { comparedSpans, type Step } from './spans.ts'

/** Expenses that are fetched one by one to be drawn; of more than these, sums are. */
export const MANY = 5_000

/** One period and the one before, as far as it was spent in either; `changed` of now's expenses are not as they were recorded. */
export type Compared = {
  period: Period
  before: Period
  spans: { now: Span; before: Span }
  step: Step
  now: Spent[]
  then: Spent[]
  changed: number | undefined
  /** The last day that the figures can know of. */
  today: string
}
type Asked = { scope: Scope; me: UserId; today: string }
type Reports = Pick<Server, 'spending' | 'statement'>

/** Day by day if `few` expenses make that possible: undefined if there are too many, or nothing to compare with. */
export async function askCompared(server: Reports, { scope, me, today }: Asked, few: boolean, abort: AbortSignal) {
  const spans = comparedSpans(scope.period)
  if (!spans || (spans.step === 'day' && !few)) return undefined
  const query = scopeQuery(scope, me)
  const ask = spans.step === 'day' ? askDays : askMonths
  const { recordedAt, ...found } = await ask(server, query, spans, abort)
  const before = shifted(scope.period, -1)
  const compared: Compared = {
    ...{ period: scope.period, before, spans, step: spans.step },
    ...found,
    today: lastDay(scope.asOf, recordedAt, today),
  }
  return compared
}

type Query = ReturnType<typeof scopeQuery>
type Spans = { now: Span; before: Span }

/** The periods lie side by side: one question is enough. */
async function askDays(server: Reports, query: Query, { now, before }: Spans, abort: AbortSignal) {
  const { items, asOf } = await server.statement({ ...query, from: before.from, to: now.to }, abort)
  const entry = ({ date, currency, amount }: (typeof items)[number]): Spent => ({
    on: date,
    currency,
    amount,
    count: 1,
  })
  const inNow = items.filter(({ date }) => date >= now.from)
  return {
    now: inNow.map(entry),
    then: items.filter(({ date }) => date < now.from).map(entry),
    changed: inNow.filter(({ version }) => version > 1).length,
    recordedAt: asOf.recordedAt,
  }
}

async function askMonths(server: Reports, query: Query, { now, before }: Spans, abort: AbortSignal) {
  const ask = (span: Span) => server.spending({ ...query, ...span, group: 'month' }, abort)
  const [latter, former] = await Promise.all([ask(now), ask(before)])
  const { recordedAt } = latter.asOf
  return { now: byMonth(latter.rows), then: byMonth(former.rows), changed: undefined, recordedAt }
}

export function byMonth(rows: Spending['rows']): Spent[] {
  return rows.map(({ month = '', currency, total, count }) => ({ on: month, currency, amount: total, count }))
}

/** The day of the moment as of which is asked. A position's is that on which it was recorded. */
function lastDay(asOf: string | undefined, recordedAt: string | null, today: string): string {
  const moment = asOf !== undefined && isPosition(asOf) ? recordedAt : asOf
  if (!moment) return today
  const day = localDate(new Date(moment))
  return day < today ? day : today
}
