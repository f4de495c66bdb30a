type Kept = { value: Promise<unknown>; rows: number }

export type Memo = ReturnType<typeof openMemo>

/**
 * Keeps what was made of the log lately, at most `most` rows of it: what the ledger was at a position never changes, and whoever asks
 * for a page asks for the next one. What was used last goes last.
 */
export function openMemo(most: number) {
  const kept = new Map<string, Kept>()
  let known = 0

  /** What is kept under `key`, or else what `make` makes; who comes meanwhile waits for the same. */
  async function once<T>(key: string, make: () => Promise<T>, rowsOf: (value: T) => number): Promise<T> {
    const entry = kept.get(key) ?? { value: make(), rows: 0 }
    kept.delete(key)
    kept.set(key, entry)
    try {
      const value = (await entry.value) as T
      entry.rows = rowsOf(value)
      letGo()
      return value
    } catch (error) {
      if (kept.get(key) === entry) kept.delete(key)
      throw error
    }
  }

  function letGo(): void {
    let rows = 0
    for (const entry of kept.values()) rows += entry.rows
    for (const [key, entry] of kept) {
      if (rows <= most) return
      kept.delete(key)
      rows -= entry.rows
    }
  }

  return {
    once,
    /** Once somebody is erased, nothing that their words had a part in stays: `erasures` is how many have been. */
    asOf(erasures: number): void {
      if (erasures > known) kept.clear()
      known = Math.max(known, erasures)
    },
  }
}
