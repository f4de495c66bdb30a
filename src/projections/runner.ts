import { BehaviorSubject } from 'rxjs'
import type { Sequelize } from 'sequelize'
import type { Log } from '../events/log/log.ts'
import type { Recorded } from '../events/event.ts'
import type { Checkpoint, Checkpoints, State } from './checkpoints.ts'
import { isPassing } from './database.ts'
import { applied, keysNeeded, touchesOf } from './fold.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Projection, Touch } from './projection.ts'
import type { Table } from './table.ts'
import { readWindow, WINDOW, type Window } from './window.ts'

/** Milliseconds for which it is kept in mind only that nothing of interest has happened. */
const UNSAVED = 1_000

/** What it takes to work on one projection. */
export type Parts = {
  projection: Projection
  table: Table
  checkpoints: Checkpoints
  sequelize: Sequelize
  log: Pick<Log, 'readAfter' | 'head'>
}

/** How far a projection has come, as this process knows it. */
export type Standing = { position: number; state: State; error: string | null }

export type Runner = ReturnType<typeof openRunner>

/** The checkpoint is not where it was: another process has applied events, or begins anew. */
class Overtaken extends Error {}

/**
 * Applies the log to one projection, step by step; all who want it moved in this process take turns. Each step moves the
 * checkpoint from where it is thought to be, before anything else in its transaction: whoever moves it first has applied
 * these events, and anyone else who tried learns so and writes nothing.
 */
export function openRunner({ projection, table, checkpoints, sequelize, log }: Parts) {
  const { name, version } = projection
  const standing = new BehaviorSubject<Standing>({ position: 0, state: 'live', error: null })
  const { inTurn, idle } = oneAtATime()
  let saved = { position: 0, at: 0 }
  let width = WINDOW

  /** What `checkpoint` and this process together know. */
  function standingAt(checkpoint: Checkpoint): Standing {
    const { position, state, error } = checkpoint
    if (checkpoint.version !== version) return { position, state: 'failed', error: otherVersion(checkpoint) }
    // What was seen to hold nothing of interest after the checkpoint still holds nothing; unless all begins anew.
    const begunAnew = position < saved.position
    return { position: begunAnew ? position : Math.max(position, standing.value.position), state, error }
  }

  async function look(): Promise<void> {
    const checkpoint = await checkpoints.read(name)
    standing.next(standingAt(checkpoint))
    saved = { position: checkpoint.position, at: performance.now() }
  }

  /** A projection that has failed gets another try. */
  async function retry(): Promise<void> {
    await checkpoints.revive(name, version)
    await look()
  }

  /**
   * One step towards `head`, with the events of `given` if it is what comes next. Rejects only for faults of the database
   * that pass.
   */
  async function advance(head: number, given?: Window): Promise<void> {
    const from = standing.value.position
    const to = Math.min(head, from + width)
    if (to <= from || standing.value.state === 'failed') return
    try {
      const fits = given?.from === from && given.to === to
      const { events } = fits ? given : await readWindow(log, [projection], from, to)
      await apply(events, to)
      width = Math.min(WINDOW, width * 2)
    } catch (error) {
      if (isPassing(error)) throw error
      if (error instanceof Overtaken) await look()
      // Ever smaller steps lead to the one event that fails; all before it are applied.
      else if (to - from > 1) width = Math.ceil((to - from) / 2)
      else await fail(from, error)
    }
  }

  async function apply(events: readonly Recorded[], to: number): Promise<void> {
    const touches = touchesOf(projection, events)
    if (touches.length > 0 || performance.now() - saved.at > UNSAVED) await save(touches, to)
    standing.next({ position: to, state: 'live', error: null })
  }

  async function save(touches: readonly Touch[], to: number): Promise<void> {
    await sequelize.transaction(async (transaction) => {
      const moved = await checkpoints.move(name, version, saved.position, to, transaction)
      if (!moved) throw new Overtaken(name)
      const before = await table.load(keysNeeded(touches), transaction)
      await table.write(applied(touches, before).values(), transaction)
    })
    saved = { position: to, at: performance.now() }
  }

  async function fail(at: number, error: unknown): Promise<void> {
    await checkpoints.fail(name, version, saved.position, at, `Position ${at + 1}: ${messageOf(error)}`)
    await look()
  }

  /** Empties the table and begins anew, in one transaction. */
  async function reset(): Promise<void> {
    await sequelize.transaction(async (transaction) => {
      const checkpoint = await checkpoints.lock(name, transaction)
      if (checkpoint.version !== version) throw new Error(otherVersion(checkpoint))
      await checkpoints.reset(name, version, transaction)
      await table.clear(transaction)
    })
    await look()
  }

  /** Writes down what is only kept in mind. */
  async function settle(): Promise<void> {
    const { position, state } = standing.value
    if (state === 'failed' || position <= saved.position) return
    await save([], position).catch((error: unknown) => {
      if (error instanceof Overtaken) return look()
      throw error
    })
  }

  return {
    projection,
    standing,
    standingAt,
    look: () => inTurn(look),
    retry: () => inTurn(retry),
    advance: (head: number, given?: Window) => inTurn(() => advance(head, given)),
    reset: () => inTurn(reset),
    settle: () => inTurn(settle),
    idle,
  }
}

function otherVersion({ name, version }: Checkpoint): string {
  return `The table ${name} belongs to another release of the ledger, which keeps it in version ${version}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
