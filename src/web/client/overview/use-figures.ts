import type { User } from '../../api.ts'
import { useAnswer } from '../frame/use-answer.ts'
import { server, today } from '../page.ts'
import { scopeQuery } from '../scope/scope.ts'
import { useScope } from '../scope/use-scope.ts'
import { askCompared, byMonth, MANY } from './ask.ts'
import { comparedSpans, spanOfMonths, twelveMonths } from './spans.ts'

export type Figures = ReturnType<typeof useFigures>

/** What the overview says in figures. Each answer says which scope it is for: it stays while the one for another is fetched. */
export function useFigures(me: User) {
  const scope = useScope()
  const day = today()
  const query = scopeQuery(scope, me.id)
  const { from: _from, to: _to, ...ever } = query
  const names = twelveMonths(scope.period, day)

  const spent = useAnswer(JSON.stringify(query), async (abort) => {
    const { rows, totals } = await server.spending({ ...query, group: 'category' }, abort)
    return { scope, rows, totals }
  })
  const months = useAnswer(JSON.stringify([ever, names]), async (abort) => {
    const { rows } = await server.spending({ ...ever, ...spanOfMonths(names), group: 'month' }, abort)
    return { names, spent: byMonth(rows) }
  })
  const count = months.answer && countToCompare(scope.period, months.answer.spent)
  const few = count === undefined ? undefined : count <= MANY
  const compared = useAnswer(JSON.stringify([query, day, few]), async (abort) => {
    if (few === undefined || count === undefined) return undefined
    return {
      tooMany: few ? undefined : count,
      compared: await askCompared(server, { scope, me: me.id, today: day }, few, abort),
    }
  })
  return { scope, spent, months, compared }
}

/** How many expenses a comparison of `period` looks at, if it is day by day. */
function countToCompare(period: Parameters<typeof comparedSpans>[0], spent: ReturnType<typeof byMonth>): number {
  const spans = comparedSpans(period)
  if (spans?.step !== 'day') return 0
  const [first, last] = [spans.before.from.slice(0, 7), spans.now.to.slice(0, 7)]
  return spent.filter(({ on }) => on >= first && on <= last).reduce((sum, { count }) => sum + count, 0)
}
