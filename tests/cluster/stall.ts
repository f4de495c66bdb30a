/** Looks every so many milliseconds. */
const LOOK = 25

/** Watches how long nothing at all is acknowledged, wherever it was sent. */
export function watchStalls(acknowledged: () => number) {
  let [known, since, longest] = [acknowledged(), performance.now(), 0]
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - since)
    if (acknowledged() === known) return
    known = acknowledged()
    since = performance.now()
  }, LOOK)
  return () => {
    clearInterval(timer)
    return longest / 1000
  }
}
