/** Milliseconds between two lines about the same work. */
const EVERY = 1_000

/** Says how far long work has come, at most once a second and with the rate so far. */
export function progressTo(what: string, say: (line: string) => void): (done: number, of: number) => void {
  const begun = performance.now()
  let said = begun
  return (done, of) => {
    const now = performance.now()
    if (now - said < EVERY || done >= of) return
    said = now
    const rate = Math.round((done / (now - begun)) * 1000)
    say(`${what}: ${Math.floor((done / of) * 100)} % (${rate} a second)`)
  }
}
