import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds that nothing takes that works, on a machine that is busy with other tests as well. */
const PATIENCE = 60_000
const LOOK = 20

/** Resolves once `holds` does, as often as it is looked. Rejects if that does not come about. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`This has not come about: ${holds.toString()}`)
    await pause(LOOK)
  }
}
