import { BehaviorSubject } from 'rxjs'
import type { Transaction } from 'sequelize'
import type { Checkpoint } from '../tables/checkpoint.ts'
import { isPassing, isTakenBack } from '../tables/database.ts'
import { applied, keysNeeded, stretchesOf, touchesOf } from '../fold.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Parts } from '../tables/parts.ts'
import type { Told, Touch } from '../projection.ts'
import { standingAt, type Standing } from './standing.ts'
import { readWindow, WINDOW, type ReadWindow, type Window } from './window.ts'

/** Milliseconds for which it is kept in mind only that nothing of interest has happened. */
const UNSAVED = 1_000

/**
 * What has been done here to one projection: events applied, rows written, steps taken; and when its follower last had a
 * look, in milliseconds of this process's steady clock.
 */
export type Activity = { events: number; rows: number; steps: number; lookedAt: number }

export type Runner = ReturnType<typeof openRunner>

/** The checkpoint is not where it was, or held: another process has applied events, or a table is about to be swapped in. */
class Overtaken extends Error {}

/**
 * Applies the log to one table, step by step; all who want it moved in this process take turns. Each step moves the
 * checkpoint from where it is thought to be, before anything else in its transaction: whoever moves it first has applied
 * these events, and anyone else who tried learns so and writes nothing. `read` may be shared with other runners.
 */
export function openRunner(
  { projection, table, checkpoint, sequelize, log }: Parts,
  read: ReadWindow = (from, to) => readWindow(log, [projection], from, to),
) {
  const { name, version } = projection
  const standing = new BehaviorSubject<Standing>({ position: 0, state: 'live', error: null })
  /** How many wait just now for what it has not come to. */
  const waiting = new BehaviorSubject(0)
  const activity: Activity = { events: 0, rows: 0, steps: 0, lookedAt: performance.now() }
  const { inTurn, idle } = oneAtATime()
  let saved = { position: 0, at: 0 }
  let width = WINDOW

  /** What `found` and this process together know. */
  function standingOf(found: Checkpoint): Standing {
    return standingAt(projection, found, { saved: saved.position, position: standing.value.position })
  }

  async function look(): Promise<void> {
    const found = await checkpoint.read()
    standing.next(standingOf(found))
    saved = { position: found.position, at: performance.now() }
  }

  /** A projection that has failed gets another try; that it has failed is forgotten once a step succeeds. */
  async function retry(): Promise<void> {
    await look()
    const { position, state } = standing.value
    if (state === 'failed') standing.next({ position, state: 'live', error: null })
  }

  /**
   * One step towards `head`, with the events of `given` if it is what comes next. Rejects only for faults of the database
   * that pass.
   */
  async function advance(head: number, given?: Window): Promise<void> {
    const from = standing.value.position
    const to = Math.min(head, from + width)
    if (to <= from || standing.value.state !== 'live') return
    try {
      const fits = given?.from === from && given.to === to
      const { events } = fits ? given : await read(from, to)
      await apply(events, to)
      width = Math.min(WINDOW, width * 2)
    } catch (error) {
      // On a cluster whoever is overtaken by way of another server learns so at the end, by being taken back.
      if (error instanceof Overtaken || isTakenBack(error)) await look()
      else if (isPassing(error)) throw error
      // Ever smaller steps lead to the one event that fails; all before it are applied.
      else if (to - from > 1) width = Math.ceil((to - from) / 2)
      else await fail(from, error)
    }
  }

  async function apply(events: readonly Told[], to: number): Promise<void> {
    const own = events.filter(({ event }) => event.type in projection.on)
    if (own.length > 0 || performance.now() - saved.at > UNSAVED) await save(own, to)
    standing.next({ position: to, state: 'live', error: null })
  }

  async function save(events: readonly Told[], to: number): Promise<void> {
    const stretches = stretchesOf(events).map(({ events, erased }) => ({
      touches: touchesOf(projection, events),
      erased,
    }))
    const rows = await sequelize.transaction(async (transaction) => {
      const moved = await checkpoint.move({ version, position: saved.position }, to, events.length, transaction)
      if (!moved) throw new Overtaken(name)
      let written = 0
      for (const { touches, erased } of stretches) {
        written += await write(touches, transaction)
        if (erased) await table.erase(erased, transaction)
      }
      return written
    })
    saved = { position: to, at: performance.now() }
    activity.events += events.length
    activity.rows += rows
    activity.steps += 1
  }

  async function write(touches: readonly Touch[], transaction: Transaction): Promise<number> {
    const before = await table.load(keysNeeded(touches), transaction)
    const rows = applied(touches, before)
    await table.write(rows.values(), transaction)
    return rows.size
  }

  async function fail(at: number, error: unknown): Promise<void> {
    await checkpoint.fail({ version, position: saved.position }, at, `Position ${at + 1}: ${messageOf(error)}`)
    await look()
  }

  /** Writes down what is only kept in mind. */
  async function settle(): Promise<void> {
    const { position, state } = standing.value
    if (state !== 'live' || position <= saved.position) return
    await save([], position).catch((error: unknown) => {
      if (error instanceof Overtaken) return look()
      throw error
    })
  }

  return {
    projection,
    standing,
    standingOf,
    waiting,
    /** Counts on. */
    activity: activity as Readonly<Activity>,
    look: () => inTurn(look),
    retry: () => inTurn(retry),
    advance: (head: number, given?: Window) => inTurn(() => advance(head, given)),
    settle: () => inTurn(settle),
    /** Whoever follows has had a look. */
    looked: () => void (activity.lookedAt = performance.now()),
    idle,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
