import type { Runner } from './runner.ts'
import type { Window } from './window.ts'

/** A table cannot be built: an event on the way cannot be applied. */
export class Stopped extends Error {}

/** Brings `runner` to `position`, if it is not there, and writes it down. Throws `Stopped`. */
export async function bring(runner: Runner, position: number): Promise<void> {
  await pass(runner, position)
  await runner.settle()
}

/** The same, with the events of `given` where they are what comes next; it may be only kept in mind that nothing happened. */
export async function pass({ projection, standing, advance }: Runner, position: number, given?: Window): Promise<void> {
  while (standing.value.position < position) {
    await advance(position, given)
    const { state, error } = standing.value
    if (state !== 'live') throw new Stopped(`${projection.name}: ${error}`)
  }
}
