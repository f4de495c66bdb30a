import { setTimeout as elapsed } from 'node:timers/promises'

/** Entries that are written in one statement. */
const AT_ONCE = 200
/** Entries that wait at most: a database that is away for long must not fill the memory. */
const MOST_WAITING = 10_000

type Options<Entry> = {
  write: (entries: readonly Entry[]) => Promise<void>
  /** Hears why entries cannot be written just now; they are tried again. */
  onDelay: (error: unknown) => void
  /** Gets each entry that is given up. */
  onLost: (entry: Entry) => void
  /** Milliseconds that whoever adds waits at most, and between two attempts. */
  patience?: number
}

/**
 * Writes entries in their order, those that come while others are being written together. Nobody is kept by a database that is slow
 * or away, and nothing is lost by it: what could not be written is tried again until it is.
 */
export function openWriting<Entry>({ write, onDelay, onLost, patience = 1_000 }: Options<Entry>) {
  const waiting: { entry: Entry; written: () => void }[] = []
  const stop = new AbortController()
  let running = Promise.resolve()
  let isRunning = false

  async function writeSome(): Promise<void> {
    const some = waiting.slice(0, AT_ONCE)
    await write(some.map(({ entry }) => entry))
    waiting.splice(0, some.length)
    for (const { written } of some) written()
  }

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0 && !stop.signal.aborted) {
      try {
        await writeSome()
      } catch (error) {
        onDelay(error)
        await elapsed(patience, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
      }
    }
    isRunning = false
  }

  return {
    /** Resolves when `entry` is written; if that takes longer than whoever adds it has patience for, before. Never rejects. */
    async add(entry: Entry): Promise<void> {
      if (waiting.length >= MOST_WAITING || stop.signal.aborted) return onLost(entry)
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ entry, written: resolve })
      if (!isRunning) running = run()
      await Promise.race([promise, elapsed(patience, undefined, { ref: false })])
    },
    /** Tries once more to write what waits, and gives up the rest. */
    async close(): Promise<void> {
      stop.abort()
      await running
      try {
        while (waiting.length > 0) await writeSome()
      } catch (error) {
        onDelay(error)
        for (const { entry } of waiting.splice(0)) onLost(entry)
      }
    },
  }
}
