/** Does one thing at a time for each key; what has several keys waits for all of them. */
export function openTurns() {
  const last = new Map<string, Promise<unknown>>()

  return async function inTurn<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    // All keys are taken in this one step, so no two can wait for each other. What is waited for never fails.
    const before = keys.map((key) => last.get(key) ?? Promise.resolve())
    const done = Promise.all(before).then(work)
    const over = done.catch(() => undefined)
    for (const key of keys) last.set(key, over)
    try {
      return await done
    } finally {
      for (const key of keys) if (last.get(key) === over) last.delete(key)
    }
  }
}
