type Fetch = typeof globalThis.fetch

/** Milliseconds after which a page that is being left is no longer there: what breaks off is told a little before, or after. */
const LEAVING = 250

/**
 * `fetch` for a page that can be left. Browsers break off what is under way then, and still tell the old page so: that is no
 * failure, after which what was typed or chosen would be taken back, so it stays without an answer.
 */
export function whileHere(fetch: Fetch, isLeft: () => boolean): Fetch {
  return async (...request) => {
    try {
      return await fetch(...request)
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, LEAVING))
      if (isLeft()) return new Promise<never>(() => {})
      throw error
    }
  }
}
