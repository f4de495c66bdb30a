/** Asking the system costs microseconds each time, so it is asked for many bytes at once. */
const pool = new Uint8Array(8192)
let used = pool.length

/** `count` random bytes from the system's generator, each given out once. At most 8192. */
export function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += count
  return pool.slice(used - count, used)
}
