/** Milliseconds between two lines about the same work. */
const EVERY = 1_000

/** Says how far long work has come, at most once a second, with the rate so far and the time that is left at that rate. */
export function progressTo(what: string, say: (line: string) => void): (done: number, of: number) => void {
  const begun = performance.now()
  let said = begun
  return (done, of) => {
    const now = performance.now()
    if (now - said < EVERY || done >= of) return
    said = now
    const rate = done / ((now - begun) / 1_000)
    const share = Math.floor((done / of) * 100)
    say(`${what}: ${share} % (${Math.round(rate)} a second, ${timeOf((of - done) / rate)} left)`)
  }
}

/** `40 s`, `3 min 20 s`. */
function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
