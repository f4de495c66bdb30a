import type { Recorded, Stream } from '../../events/event.ts'
import { expenseStream } from '../../events/expense.ts'
import type { ExpenseId } from '../../events/ids.ts'
import { userStream } from '../../events/user.ts'
import { changedBetween, type Changed } from './changed.ts'
import { namesIn, reported, type ReportedExpense } from './expense-at.ts'
import { explained, namesOf, type Part } from './explained.ts'
import { openNames } from './names.ts'
import { momentAt, type ChangesQuestion, type Moment, type Report, type Source, type Watcher } from './question.ts'
import type { Counted } from './replay.ts'
import { isDifferent, storyOf, type Story } from './story.ts'
import { openTotals, type Total } from './totals.ts'

/** What the report had of an expense at `since` and has at `until`, null for nothing; and what made the difference. */
export type ChangesItem = {
  id: ExpenseId
  was: ReportedExpense | null
  is: ReportedExpense | null
  events: Part[]
}
/** The differences of all events add up to `difference`. */
export type Changes = Report<{ since: Moment; until: Moment }, ChangesItem, { difference: Total[] }>

/** Expenses that are told of at a time. */
const PORTION = 100

/** Why a report as of `until` says something else than the same one as of `since`: expense by expense, event by event. */
export async function changes(log: Source, question: ChangesQuestion, watcher: Watcher = {}): Promise<Changes> {
  const { since, until } = question
  const changed = await changedBetween(log, question, watcher)
  const difference = openTotals()
  return {
    opening: { since: await momentAt(log, since), until: await momentAt(log, until) },
    list: 'items',
    portions: tell(),
    closing: () => ({ difference: difference.all() }),
  }

  async function* tell(): AsyncGenerator<readonly ChangesItem[]> {
    const [then, now] = [openNames(log, since), openNames(log, until)]
    for (let from = 0; from < changed.length; from += PORTION) {
      watcher.signal?.throwIfAborted()
      const stories = (await storiesOf(log, changed.slice(from, from + PORTION), question)).filter(isDifferent)
      await then.learn(stories.flatMap(({ was }) => (was ? namesIn(was) : [])))
      await now.learn(
        stories.flatMap(({ is, steps }) => [
          ...(is ? namesIn(is) : []),
          ...steps.flatMap(({ recorded }) => namesOf(recorded)),
        ]),
      )
      yield stories.map(({ id, was, is, steps }) => {
        if (was) difference.shift(was, -1)
        if (is) difference.shift(is, 1)
        const events = steps.map((step) => explained(step, now))
        return { id, was: was ? reported(was, then) : null, is: is ? reported(is, now) : null, events }
      })
    }
  }
}

type OwnStory = Story & { id: ExpenseId }

async function storiesOf(log: Source, changed: readonly Changed[], question: ChangesQuestion): Promise<OwnStory[]> {
  const streams = new Set<Stream>(changed.flatMap(({ id, userId }) => [expenseStream(id), userStream(userId)]))
  const slices = await log.readStreams([...streams], question.until)
  const eventsOf = (stream: Stream) => (slices.get(stream)?.events ?? []).filter(isCounted)
  return changed.map(({ id, userId }) => {
    const events = [...eventsOf(expenseStream(id)), ...eventsOf(userStream(userId))]
    return {
      id,
      ...storyOf(
        events.sort((one, other) => one.position - other.position),
        question,
      ),
    }
  })
}

function isCounted(recorded: Recorded): recorded is Recorded<Counted> {
  const { event } = recorded
  return 'expenseId' in event || event.type === 'UserDeleted' || event.type === 'UserRestored'
}
