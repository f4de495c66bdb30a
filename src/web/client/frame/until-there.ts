import { signal } from '@preact/signals'

/** Milliseconds after which a part of the page that could not be fetched is asked for again. */
const AGAIN = 2_000
/** Milliseconds within which a server that is there says so. */
const PATIENCE = 5_000

/** How many parts of the page are waited for that a server which answers does not have. */
export const missing = signal(0)

type Parts = {
  /** Whether the server answers at all. */
  answers: () => Promise<boolean>
  wait: (milliseconds: number) => Promise<unknown>
}

/**
 * What was asked for while the connection was lost still comes, with what was typed into it meanwhile. What the server does not
 * have although it answers is counted as missing: it was upgraded since this page was opened. It is asked for all the same, as while
 * several servers take turns one of them may still be of the older release.
 */
export function openFetching({ answers, wait }: Parts) {
  return async function untilThere<T>(ask: () => Promise<T>): Promise<T> {
    for (let refusals = 0; ;) {
      const asked = await ask().then(
        (part) => ({ part }),
        () => undefined,
      )
      if (asked && refusals > 1) missing.value -= 1
      if (asked) return asked.part
      const isRefused = await answers()
      if (isRefused) refusals += 1
      if (isRefused && refusals === 2) missing.value += 1
      // The connection may have been lost just as it was asked for: the first refusal is not believed.
      if (!isRefused || refusals > 1) await wait(AGAIN)
    }
  }
}

export const untilThere = openFetching({
  answers: () =>
    fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})
