/** Things per second. */
export type Rate = number

/** Runs `work` from `callers` loops for `seconds` and says how many times it was done per second. */
export async function perSecond(callers: number, seconds: number, work: () => Promise<unknown>): Promise<Rate> {
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

/** How long `work` takes, in seconds. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Each of `contenders` in turn, `rounds` times over, so that a machine that slows down slows all of them; medians. */
export async function sideBySide<K extends string>(
  rounds: number,
  contenders: { readonly [name in K]: () => Promise<Rate> },
): Promise<Record<K, Rate>> {
  const names = Object.keys(contenders) as K[]
  const rates = new Map<K, Rate[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) rates.get(name)?.push(await contenders[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(rates.get(name) ?? [])])) as Record<K, Rate>
}

/** One line of the result: a figure, what it is held against, and the share that is asked for (design, section 10). */
export type Line = { what: string; rate: Rate; beside?: string; other?: Rate; ratio?: number; goal?: string }

export function compared(what: string, rate: Rate, beside: string, other: Rate, goal?: string): Line {
  return { what, rate, beside, other, ratio: rate / other, ...(goal !== undefined && { goal }) }
}
