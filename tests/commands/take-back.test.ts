import test from 'ava'
import fc from 'fast-check'
import { decide, evolve, known, noExpense, type Expense, type ExpenseCommand } from '../../src/commands/expense.ts'
import { Rejected } from '../../src/commands/rejected.ts'
import { takeBack, type Field, type TakenBack } from '../../src/commands/take-back.ts'
import { CalendarDate } from '../../src/events/calendar.ts'
import type { Changes } from '../../src/events/changes.ts'
import type { Recorded } from '../../src/events/event.ts'
import { expenseStream, type ExpenseEvent, type ExpenseFields } from '../../src/events/expense.ts'
import {
  ana,
  eur,
  food,
  lunch,
  lunchAmended,
  lunchDeleted,
  lunchFields,
  lunchRecorded,
  lunchRestored,
  metadata,
  monday,
  noon,
  travel,
  tuesday,
} from '../examples.ts'
import { expenseCommand } from './commands.ts'

const BATCH = 'the batch'
const wednesday = CalendarDate.parse('2026-11-25')
const open = { status: 'open', id: lunch, userId: ana, ...lunchFields } as const
const deleted = { ...open, status: 'deleted' } as const
const amended = (changes: Changes<ExpenseFields>): ExpenseEvent => ({ ...lunchAmended, changes })
const moved = amended({ categoryId: { from: food, to: travel } })
const movedBack = amended({ categoryId: { from: travel, to: food } })
const toTuesday = amended({ date: { from: monday, to: tuesday } })
const toWednesday = amended({ date: { from: tuesday, to: wednesday } })
const toTuesdayAgain = amended({ date: { from: wednesday, to: tuesday } })

/** Events of lunch's: `before`, then those of the batch, then what happened since. */
type History = { before: readonly ExpenseEvent[]; batch: readonly ExpenseEvent[]; since: readonly ExpenseEvent[] }

/** Then lunch should become this, or these fields stand in the way. */
const story = test.macro((t, { then, ...history }: Partial<History> & { then: Expense | Field[] }) => {
  const { back } = takenBack({ before: [], batch: [], since: [], ...history })
  t.deepEqual('was' in back ? back.was : back.changed, then)
})

test('what a batch amended is as before', story, { before: [lunchRecorded], batch: [moved], then: open })
test('what a batch deleted is back', story, { before: [lunchRecorded], batch: [lunchDeleted], then: open })
test('what a batch restored is deleted', story, {
  before: [lunchRecorded, lunchDeleted],
  batch: [lunchRestored],
  then: deleted,
})
test('what a batch recorded is deleted', story, { batch: [lunchRecorded], then: deleted })
test('what a batch recorded and amended is deleted, and nothing else', story, {
  batch: [lunchRecorded, moved],
  then: { ...deleted, categoryId: travel },
})
test('what a batch changed twice is as before the first time', story, {
  before: [lunchRecorded],
  batch: [toTuesday, toWednesday],
  then: open,
})
test('what others changed since stays, if the batch did not', story, {
  before: [lunchRecorded],
  batch: [moved],
  since: [toTuesday],
  then: { ...open, date: tuesday },
})
test('what others changed since stands in the way, if the batch did, too', story, {
  before: [lunchRecorded],
  batch: [moved, toTuesday],
  since: [toWednesday],
  then: ['date'],
})
test('what was changed and put back to what the batch made of it is not in the way', story, {
  before: [lunchRecorded],
  batch: [toTuesday],
  since: [toWednesday, toTuesdayAgain],
  then: open,
})
test('what somebody put back by hand is back', story, {
  before: [lunchRecorded],
  batch: [moved],
  since: [movedBack],
  then: open,
})
test('what was deleted since gets its fields back, and stays deleted', story, {
  before: [lunchRecorded],
  batch: [moved],
  since: [{ ...lunchDeleted, facts: { ...lunchDeleted.facts, categoryId: travel } }],
  then: deleted,
})
test('what a batch recorded and others amended since is in the way of its deletion', story, {
  batch: [lunchRecorded],
  since: [lunchAmended],
  then: ['description', 'amount'],
})
test('what a batch recorded and others amended and deleted since is gone already', story, {
  batch: [lunchRecorded],
  since: [lunchAmended, { ...lunchDeleted, facts: { ...lunchDeleted.facts, amount: eur('9.90') } }],
  then: { ...deleted, description: 'Lunch by the sea', amount: eur('9.90') },
})

test('nothing of a batch is left, and nothing else is lost, unless that is said to be in the way', (t) => {
  const counts = { back: 0, inTheWay: 0 }
  fc.assert(
    fc.property(histories(), (history) => {
      const { back, was, left, now } = takenBack(history)
      const touched = was.status === 'none' ? [] : fieldsOf(history.batch)
      if ('changed' in back) {
        counts.inTheWay++
        for (const field of back.changed) if (same(now, left, field)) throw new Error(`${field} is as it was left`)
        return
      }
      counts.back++
      const expected = was.status === 'none' ? { ...now, status: 'deleted' } : { ...now, ...pick(was, touched) }
      t.deepEqual<unknown, unknown>(back.was, expected)
    }),
  )
  t.true(counts.back > 20 && counts.inTheWay > 5, JSON.stringify(counts))
})

test('a batch that nothing happened after leaves what was before; taken back itself, it is done again', (t) => {
  fc.assert(
    fc.property(histories(), ({ before, batch }) => {
      const { back, was, now } = takenBack({ before, batch, since: [] })
      if (!('was' in back)) throw new Error(`In the way: ${back.changed.join()}`)
      t.deepEqual<unknown, unknown>(back.was, was.status === 'none' ? { ...now, status: 'deleted' } : was)
      const undone = decide(now, { type: 'RevertExpense', was: back.was })
      const { back: again } = takenBack({ before: [...before, ...batch], batch: undone, since: [] })
      t.deepEqual(again, { was: now })
    }),
  )
})

/** What became of lunch, how it was before the batch, how the batch left it, and how it is now. */
function takenBack({ before, batch, since }: History) {
  const was = before.reduce(evolve, noExpense)
  const left = batch.reduce(evolve, was)
  const now = known(since.reduce(evolve, left))
  const events = [...before.map(ofBatch()), ...batch.map(ofBatch(BATCH)), ...since.map(ofBatch())]
  const back: TakenBack = takeBack(now, events, BATCH)
  return { back, was, left, now }
}

function ofBatch(batch?: string) {
  return (event: ExpenseEvent, index: number): Recorded<ExpenseEvent> => {
    const around = { stream: expenseStream(lunch), recordedAt: noon, actorId: ana, commandId: 'c', commandIndex: 0 }
    const place = { position: index + 1, version: index + 1, hash: '' }
    return { event, metadata: { ...metadata, ...(batch !== undefined && { batch }) }, ...around, ...place }
  }
}

/** Whatever people may have asked for, as one history in which the batch did something. */
function histories(): fc.Arbitrary<History> {
  const commands = fc.array(expenseCommand, { maxLength: 8 })
  return fc
    .tuple(commands, commands, commands)
    .map(([one, two, three]) => {
      const before = accepted(noExpense, one)
      const batch = accepted(before.reduce(evolve, noExpense), two)
      const since = accepted([...before, ...batch].reduce(evolve, noExpense), three)
      return { before, batch, since }
    })
    .filter(({ batch }) => batch.length > 0)
}

function accepted(from: Expense, commands: readonly ExpenseCommand[]): ExpenseEvent[] {
  let state = from
  return commands.flatMap((command) => {
    try {
      const events = decide(state, command)
      state = events.reduce(evolve, state)
      return events
    } catch (error) {
      if (error instanceof Rejected) return []
      throw error
    }
  })
}

/** The fields that `events` are about. */
function fieldsOf(events: readonly ExpenseEvent[]): string[] {
  return events.flatMap((event) => ('changes' in event ? Object.keys(event.changes) : ['status']))
}

function pick(expense: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(expense).filter(([field]) => fields.includes(field)))
}

function same(one: object, other: object, field: Field): boolean {
  return (one as Record<Field, unknown>)[field] === (other as Record<Field, unknown>)[field]
}
