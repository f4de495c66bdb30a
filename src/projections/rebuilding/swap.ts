import { setTimeout as pause } from 'node:timers/promises'
import { bring } from '../following/bring.ts'
import type { Parts, Places, Source } from '../tables/parts.ts'
import { checkpointAt, tableAt, type Place } from '../tables/places.ts'
import type { Moves, Rename } from './rename.ts'
import { openRunner, type Runner } from '../following/runner.ts'
import type { Turn } from './turn.ts'
import type { Turns } from './turns.ts'

/** What it takes to rebuild. */
export type Tools = { log: Source; turns: Turns; rename: Rename }

/** There is no table to put back that this release can go on with. */
export class NothingKept extends Error {}

/** Milliseconds until it is tried again while somebody reads a table for long: ever more, as each try holds up readers. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [500, 15_000]

/** Puts the table that was built in the place of the live one, which becomes the old one. */
export async function swapIn(places: Places, runner: Runner, tools: Tools, turn: Turn): Promise<void> {
  await dropOld(places)
  const moves = [...moveOf(places, '', '_old'), ...moveOf(places, '_next', '')]
  await swap(places.live, runner, moves, tools, turn)
}

/**
 * Puts the table that was kept back in the place of the live one, which is kept in turn. Throws `Busy`, `NothingKept`,
 * `Stopped`.
 */
export async function swapBack(places: Places, tools: Tools): Promise<void> {
  const { projection, live, next, old } = places
  const turn = await tools.turns.take([projection.name])
  try {
    const kept = await old.checkpoint.find()
    if (!kept) throw new NothingKept(`There is no ${old.table.name}: nothing was kept`)
    if (kept.version !== projection.version) {
      throw new NothingKept(`${old.table.name} is of version ${kept.version}: the release that made it can put it back`)
    }
    await next.checkpoint.drop()
    await next.table.drop()
    await old.checkpoint.release()
    const runner = openRunner(old)
    await runner.retry()
    await bring(runner, (await tools.log.head()).position)
    const moves = [...moveOf(places, '', '_next'), ...moveOf(places, '_old', ''), ...moveOf(places, '_next', '_old')]
    await swap(live, runner, moves, tools, turn)
  } finally {
    await turn.end()
  }
}

export async function dropOld({ old }: Places): Promise<void> {
  await old.checkpoint.drop()
  await old.table.drop()
}

/**
 * A table and its checkpoint change places in one statement, so that whenever that happens, be it after whoever asked for it
 * has died, each goes on from where it is. That a projection is not seen to go back is another matter: the live checkpoint is
 * held until the other has come as far.
 */
async function swap(live: Parts, incoming: Runner, moves: Moves, { log, rename }: Tools, turn: Turn): Promise<void> {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    await live.checkpoint.hold()
    try {
      const { position } = await live.checkpoint.read()
      // A table of another log may be ahead of this one.
      await bring(incoming, Math.min(position, (await log.head()).position))
      await turn.check()
      if (await rename(moves)) return
    } finally {
      // Whichever it is by now: it goes on.
      await live.checkpoint.release()
    }
    await pause(wait)
  }
}

function moveOf({ projection: { name } }: Places, from: Place, to: Place): Moves {
  return [
    [tableAt(from, name), tableAt(to, name)],
    [checkpointAt(from, name), checkpointAt(to, name)],
  ]
}
