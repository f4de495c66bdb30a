import { setTimeout as pause } from 'node:timers/promises'

const undone: (() => unknown)[] = []

/** What has to be put away in the end, last made first put away. */
export function later(undo: () => unknown): void {
  undone.push(undo)
}

let puttingAway: Promise<void> | undefined

/** Puts all of it away, once: a story that is interrupted fails meanwhile, and has to wait for the same. */
export function putAway(): Promise<void> {
  return (puttingAway ??= undoAll())
}

async function undoAll(): Promise<void> {
  for (let undo = undone.pop(); undo; undo = undone.pop()) {
    try {
      await undo()
    } catch (error) {
      console.log(`    (${(error as Error).message.split('\n')[0]})`)
    }
  }
}

/** How many steps held, and how many did not. */
export const count = { passed: 0, failed: 0 }

/** A step of the story, with the seconds that it took. The story ends with a step that fails. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  try {
    const result = await work()
    count.passed += 1
    console.log(`✔ ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
    return result
  } catch (error) {
    count.failed += 1
    console.log(`✘ ${title}`)
    throw error
  }
}

export const seen = (line: string) => console.log(`    ${line.replaceAll('\n', '\n    ')}`)

export function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Expected ${what}`)
}

/** Resolves to what `look` finds, asking every half second for as long as it finds nothing. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = 120): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s`)
    await pause(500)
  }
}
