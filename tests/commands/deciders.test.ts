import test from 'ava'
import fc from 'fast-check'
import { decide as decideCategory, evolve as evolveCategory, noCategory } from '../../src/commands/category.ts'
import { decide as decideExpense, evolve as evolveExpense, noExpense } from '../../src/commands/expense.ts'
import { Rejected } from '../../src/commands/rejected.ts'
import { decide as decideUser, evolve as evolveUser, noUser, type User } from '../../src/commands/user.ts'
import { LedgerEvent } from '../../src/events/event.ts'
import { categoryCommand, expenseCommand, userCommand } from './commands.ts'

type Decider<S, E, C> = {
  initial: S
  evolve: (state: S, event: E) => S
  decide: (state: S, command: C) => readonly E[]
  command: fc.Arbitrary<C>
}

/** A command that was accepted: each event with the states around it; `again` decides it once more. */
type Step = {
  changed: { before: Fields; event: LedgerEvent; after: Fields }[]
  again: () => readonly LedgerEvent[] | undefined
}
type Fields = { [field: string]: unknown }

const rules: Record<string, (step: Step) => void> = {
  'what was accepted, decided again, adds nothing or is refused': ({ again }) => {
    const added = again() ?? []
    if (added.length > 0) throw new Error(`Added ${JSON.stringify(added)}`)
  },
  'every event is one that the log can keep': ({ changed }) => {
    for (const { event } of changed) LedgerEvent.parse(event)
  },
  'changes name all that changed and nothing else, with the state before and after': ({ changed }) => {
    for (const { before, event, after } of changed) {
      if (!('changes' in event)) continue
      const changes = event.changes as { [field: string]: { from: unknown; to: unknown } }
      const fields = Object.keys(after).filter((field) => field !== 'status' && before[field] !== after[field])
      const expected = Object.fromEntries(fields.map((field) => [field, { from: before[field], to: after[field] }]))
      if (!same(changes, expected)) throw new Error(`${fc.stringify(changes)} is wrong`)
    }
  },
  'facts are those of the state before': ({ changed }) => {
    for (const { before, event } of changed) {
      if (!('facts' in event)) continue
      const { categoryId, date, amount, currency } = before
      if (!same(event.facts, { categoryId, date, amount, currency })) throw new Error(`${fc.stringify(event)} is wrong`)
    }
  },
}

obeysTheRules('user', {
  initial: noUser,
  evolve: evolveUser,
  decide: (user: User, { command, around }) => decideUser(user, command, around),
  command: userCommand,
})
obeysTheRules('category', {
  initial: noCategory,
  evolve: evolveCategory,
  decide: decideCategory,
  command: categoryCommand,
})
obeysTheRules('expense', { initial: noExpense, evolve: evolveExpense, decide: decideExpense, command: expenseCommand })

test('an expense that is not deleted, and only that, is amended and deleted; a deleted one is restored', (t) => {
  const commands = fc.array(expenseCommand, { maxLength: 25 })
  fc.assert(
    fc.property(commands, (asked) => {
      const decider = { initial: noExpense, evolve: evolveExpense, decide: decideExpense, command: expenseCommand }
      for (const { changed } of play(decider, asked)) {
        for (const { before, event } of changed) {
          const expected = { ExpenseRecorded: 'none', ExpenseRestored: 'deleted' }[event.type as string] ?? 'open'
          if (before.status !== expected) throw new Error(`${event.type} of what is ${String(before.status)}`)
        }
      }
    }),
  )
  t.pass()
})

function obeysTheRules<S extends object, E extends LedgerEvent, C>(name: string, decider: Decider<S, E, C>): void {
  const commands = fc.array(decider.command, { maxLength: 25 })
  for (const [rule, check] of Object.entries(rules)) {
    test(`${name}: ${rule}`, (t) => {
      let steps = 0
      fc.assert(
        fc.property(commands, (asked) => {
          for (const step of play(decider, asked)) {
            check(step)
            steps++
          }
        }),
        // So many that hardly any luck leaves too few of them accepted.
        { numRuns: 300 },
      )
      t.true(steps > 100, 'Hardly any command was accepted')
    })
  }
}

/** What any commands, one after the other, come to. */
function* play<S extends object, E extends LedgerEvent, C>(
  { initial, evolve, decide }: Decider<S, E, C>,
  commands: readonly C[],
): Generator<Step> {
  let state = initial
  for (const command of commands) {
    const events = unlessRefused(() => decide(state, command))
    if (!events) continue
    const changed = events.map((event) => {
      const before = state
      state = evolve(before, event)
      return { before, event, after: state }
    })
    const after = state
    yield { changed, again: () => unlessRefused(() => decide(after, command)) } as Step
  }
}

/** Any other error than a refusal is a fault. */
function unlessRefused<T>(decide: () => T): T | undefined {
  try {
    return decide()
  } catch (error) {
    if (error instanceof Rejected) return undefined
    throw error
  }
}

function same(one: object, other: object): boolean {
  const inOrder = (object: object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
  return fc.stringify(inOrder(one)) === fc.stringify(inOrder(other))
}
