import type { HistoryEntry } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { changedFields, fields, type Field, type Values } from '../entry/merge.ts'

/** What an expense was at one of its versions. */
export type State = { values: Values; deleted: boolean }
/** What people can see change: an amount together with its currency. */
export type Difference = { field: Field; from: string; to: string; currencies: { from: Currency; to: Currency } }
export type Verb = 'recorded' | 'changed' | 'deleted' | 'restored'

/** One action of one person: `after` is what the expense was when it was done, at `version`. */
export type Step = {
  version: number
  position: number
  recordedAt: string
  /** The name of that time; null where nobody is known, as for the command line. */
  who: { name: string; now: string | undefined } | null
  origin: HistoryEntry['origin']
  batch: string | null
  verbs: Verb[]
  differences: Difference[]
  after: State
  hashes: { position: number; hash: string }[]
}

/** Milliseconds within which one person's events, without any of others between, are one action. */
const TOGETHER = 1

/** What was done, newest first, from a history, which is oldest first. */
export function stepsOf(history: readonly HistoryEntry[]): Step[] {
  const steps: Step[] = []
  let before: State = { values: { amount: '', category: '', description: '', date: '', currency: '' }, deleted: false }
  let begun = before
  for (const entry of history) {
    const last = steps.at(-1)
    const goesOn = last !== undefined && isSameAction(last, entry)
    if (!goesOn) begun = before
    before = stateAfter(before, entry)
    const step = stepOf(entry, goesOn ? last : undefined, begun, before)
    if (goesOn) steps.pop()
    steps.push(step)
  }
  return steps.reverse()
}

/** What somebody who goes from `before` to `after` sees change. */
export function differencesOf(before: State, after: State): Difference[] {
  const changed = changedFields(before.values, after.values)
  const currencies = { from: before.values.currency as Currency, to: after.values.currency as Currency }
  // An amount is written with its currency.
  const shown = changed.includes('amount') ? changed.filter((field) => field !== 'currency') : changed
  return shown.map((field) => ({ field, from: before.values[field], to: after.values[field], currencies }))
}

/** Whether both are the same to see. */
export function isSame(one: State, other: State): boolean {
  return one.deleted === other.deleted && changedFields(one.values, other.values).length === 0
}

function stepOf(entry: HistoryEntry, first: Step | undefined, begun: State, after: State): Step {
  const { version, position, recordedAt, actor, now, origin, batch, hash } = entry
  return {
    version,
    position,
    recordedAt,
    who: actor && { name: actor.name, now: now[actor.id] },
    origin,
    batch,
    verbs: [...(first?.verbs ?? []), verbOf(entry)],
    differences: begun.values.currency === '' ? [] : differencesOf(begun, after),
    after,
    hashes: [...(first?.hashes ?? []), { position, hash }],
  }
}

function isSameAction(step: Step, { actor, origin, batch, position, recordedAt }: HistoryEntry): boolean {
  if (step.who?.name !== actor?.name || step.origin !== origin) return false
  if (batch !== null || step.batch !== null) return step.batch === batch
  return position === step.position + 1 && Date.parse(recordedAt) - Date.parse(step.recordedAt) <= TOGETHER
}

function stateAfter({ values, deleted }: State, { type, changes }: HistoryEntry): State {
  const now = { ...values }
  for (const field of fields) now[field] = changes[field]?.to ?? values[field]
  return { values: now, deleted: type === 'ExpenseDeleted' || (deleted && type !== 'ExpenseRestored') }
}

function verbOf({ type }: HistoryEntry): Verb {
  switch (type) {
    case 'ExpenseRecorded':
      return 'recorded'
    case 'ExpenseDeleted':
      return 'deleted'
    case 'ExpenseRestored':
      return 'restored'
    default:
      // `type` is any text to a client, so that it can be older than the ledger.
      return 'changed'
  }
}
