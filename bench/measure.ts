/** Runs `work` from `callers` loops for `seconds` and says how many times it was done per second. */
export async function perSecond(callers: number, seconds: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  let done = 0
  const loop = async () => {
    while (performance.now() < end) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: callers }, loop))
  return done / ((performance.now() - begun) / 1000)
}

/** How long `work` takes, in milliseconds. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Milliseconds of each of `rounds`, after one that warms up. */
export async function times(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const milliseconds = await millisecondsOf(work)
    if (round > 0) took.push(milliseconds)
  }
  return took
}

/**
 * Begins `work` `rate` times a second for as long as `goesOn`, whether or not what was begun before is done: who is slow is
 * not waited for. `due` is when it should have begun, by `performance.now()`.
 */
export async function atRate(rate: number, goesOn: () => boolean, work: (due: number) => Promise<unknown>) {
  const begun = performance.now()
  const underWay: Promise<unknown>[] = []
  const failures: unknown[] = []
  while (goesOn() && failures.length === 0) {
    for (let due = begun + (underWay.length * 1000) / rate; due <= performance.now(); due += 1000 / rate) {
      underWay.push(work(due).catch((error: unknown) => failures.push(error)))
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(underWay)
  if (failures.length > 0) throw failures[0]
}

/** True for `seconds` from now. */
export function lasting(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000
  return () => performance.now() < end
}

/** The value that `share` of `values` do not exceed (nearest rank): 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
