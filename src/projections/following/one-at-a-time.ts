/** Runs what it is given one after the other, in the order it was asked. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  return { inTurn, idle: () => last }
}
