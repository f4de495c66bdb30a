import type * as z from 'zod'
import type { BulkChange } from '../../api.ts'
import { messages } from '../messages.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'
import type { ExpenseChanges } from './expense-changes.ts'
import type { Toasts } from '../frame/toasts.ts'

type Body = z.input<typeof BulkChange>
export type Which = Pick<Body, 'ids' | 'filter'>
export type ChangeOfMany = { category: string } | { date: string }

type Parts = {
  server: Pick<Server, 'changeExpenses' | 'revertBatch'>
  toasts: Pick<Toasts, 'say'>
  changes: Pick<ExpenseChanges, 'attempt' | 'done'>
}

export type BulkChanges = ReturnType<typeof openBulkChanges>

/** Changes of many expenses, all or none, each taken back as one. */
export function openBulkChanges({ server, toasts, changes: { attempt, done } }: Parts) {
  const said = messages.bulk

  async function all(body: Body, text: (count: number) => string): Promise<void> {
    const { batch, count } = await server.changeExpenses(body).catch(refusedAll)
    if (batch === null) toasts.say(said.nothing)
    else done(text(count), () => takeBack(batch, false, true))
  }

  /** Puts everything back as it was before `batch`; if some of it was changed since, asks before it leaves that out. */
  async function takeBack(batch: string, skip: boolean, isBack: boolean): Promise<void> {
    try {
      const { batch: back, count } = await server.revertBatch(batch, skip)
      if (back === null) toasts.say(said.nothing)
      else done(said.takenBack(count), () => takeBack(back, false, !isBack), isBack)
    } catch (error) {
      const standing = error instanceof Refused && error.problem.type.endsWith(':changed-since')
      if (!standing || skip) throw error
      const others = { label: said.skip, run: () => void attempt(() => takeBack(batch, true, isBack)) }
      toasts.say(said.changedSince(error.problem.errors?.length ?? 1), others)
    }
  }

  return {
    /** `to` is what it is changed to, in words. */
    change: (which: Which, change: ChangeOfMany, to: string) =>
      attempt(() =>
        all({ ...which, change }, (count) => said.changed(count, 'date' in change ? 'date' : 'category', to)),
      ),
    remove: (which: Which) => attempt(() => all({ ...which, delete: true }, said.deleted)),
    restore: (which: Which) => attempt(() => all({ ...which, restore: true }, said.restored)),
  }
}

/** Says how many stand in the way: that one of them does, named by an id alone, would help nobody. */
function refusedAll(error: unknown): never {
  const errors = (error instanceof Refused && error.problem.errors) || []
  const [first] = errors
  if (!(error instanceof Refused) || !first || first.path.startsWith('change')) throw error
  const { errors: _each, ...problem } = error.problem
  throw new Refused({ ...problem, detail: messages.bulk.refused(errors.length, first.message) })
}
