/** Milliseconds after which a part of the page that could not be fetched is asked for again. */
const AGAIN = 2_000

/** What was asked for while the connection was lost still comes, with what was typed into it meanwhile. */
export async function untilThere<T>(fetch: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetch()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN))
    }
  }
}
