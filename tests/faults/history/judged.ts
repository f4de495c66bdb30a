import type { ExecutionContext } from 'ava'
import { check } from './check.ts'
import type { Disturbance, History, Rule } from './history.ts'
import { historyOf } from './made.ts'

// What the checker says of small histories: the least that keeps a guarantee, and the least that breaks it.

export function keeps(t: ExecutionContext, ...history: Parameters<typeof historyOf>): void {
  t.deepEqual(check(historyOf(...history)), [])
}

/** Exactly these rules, in the order in which they are checked. */
export function breaks(t: ExecutionContext, rules: Rule | Rule[], ...history: Parameters<typeof historyOf>): void {
  const broken = new Set(check(historyOf(...history)).map(({ rule }) => rule))
  t.deepEqual([...broken], [rules].flat())
}

/** From second `from` to second `to`. */
export function during(what: Disturbance['what'], from = 0, to = 9): Partial<History> {
  return { disturbances: [{ what, process: 'worker 0.0', begin: from * 1e6, end: to * 1e6 }] }
}
