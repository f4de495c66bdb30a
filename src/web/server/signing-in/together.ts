/**
 * Turns a question about many keys into one about a single key: what is asked while an answer is under way waits, and is
 * then asked together. One caller waits for nothing; a hundred at once cost little more than one.
 */
export function together<K, V>(
  ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let waiting: K[] = []
  let next: Promise<ReadonlyMap<K, V>> | undefined
  let underWay: Promise<unknown> = Promise.resolve()

  async function turn(previous: Promise<unknown>): Promise<ReadonlyMap<K, V>> {
    await previous.catch(() => undefined)
    const keys = [...new Set(waiting)]
    waiting = []
    next = undefined
    return ask(keys)
  }

  return async (key) => {
    waiting.push(key)
    if (!next) underWay = next = turn(underWay)
    return (await next).get(key)
  }
}
