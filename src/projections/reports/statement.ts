import type { Recorded } from '../../events/event.ts'
import { expenseStream, type ExpenseEvent } from '../../events/expense.ts'
import { namesIn, reported, stoodAfter, type ReportedExpense } from './expense-at.ts'
import { within } from './facts.ts'
import { openNames } from './names.ts'
import { momentAt, type Moment, type Report, type Source, type StatementQuestion, type Watcher } from './question.ts'
import { replay } from './replay.ts'
import { byDate, openStandings, type Standing } from './standings.ts'
import { openTotals, type Total } from './totals.ts'

/** `running` is the sum so far in the currency of the expense, with it. */
export type StatementItem = ReportedExpense & { running: string }
export type Statement = Report<{ asOf: Moment }, StatementItem, { totals: Total[] }>

/** Expenses that are told of at a time. */
const PORTION = 100

/** The expenses as they stood, by the date they were spent on. Their words are read as they are told. */
export async function statement(log: Source, question: StatementQuestion, watcher: Watcher = {}): Promise<Statement> {
  const { span, asOf } = question
  const { expenses, hidden, take } = openStandings()
  for await (const events of replay(log, { userId: span.userId, upTo: asOf }, watcher)) events.forEach(take)
  const shown = [...expenses.values()].filter((expense) => {
    return !expense.deleted && !hidden.has(expense.userId) && within(span, expense)
  })
  const totals = openTotals()
  return {
    opening: { asOf: await momentAt(log, asOf) },
    list: 'items',
    portions: tell(shown.sort(byDate)),
    closing: () => ({ totals: totals.all() }),
  }

  async function* tell(standings: readonly Standing[]): AsyncGenerator<readonly StatementItem[]> {
    const names = openNames(log, asOf)
    for (let from = 0; from < standings.length; from += PORTION) {
      watcher.signal?.throwIfAborted()
      const streams = standings.slice(from, from + PORTION).map(({ id }) => expenseStream(id))
      const slices = await log.readStreams(streams, asOf)
      const stood = streams.flatMap((stream) => {
        return stoodAfter((slices.get(stream)?.events ?? []) as Recorded<ExpenseEvent>[]) ?? []
      })
      await names.learn(stood.flatMap(namesIn))
      yield stood.map((expense) => {
        totals.shift(expense, 1)
        return { ...reported(expense, names), running: totals.of(expense.currency) }
      })
    }
  }
}
