import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds without a request that mean that nobody sends us any, and between two looks. */
const [SILENCE, LOOK] = [1_000, 100]

/** What is asked by those who want to know how we are: it goes on until the port is closed. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics'])

export const isProbe = (url: string | undefined) => PROBES.has(url ?? '')

/**
 * Resolves once whoever shares out the requests has heard that we are not ready any more. They get `ms` milliseconds for it; as a
 * machine may be too busy for that, three times as long if requests still come. `silentFor` says for how many milliseconds none came.
 */
export async function turnedAway(ms: number, silentFor: () => number): Promise<void> {
  const latest = performance.now() + 3 * ms
  await pause(ms)
  while (silentFor() < SILENCE && performance.now() < latest) await pause(LOOK)
}
