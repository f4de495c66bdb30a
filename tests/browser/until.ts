import { defer, filter, firstValueFrom, repeat, timeout } from 'rxjs'

/**
 * Resolves once `holds` does. Playwright's own waitForFunction evaluates text in the page from the second try on, which the page's security
 * policy forbids.
 */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const tries = defer(holds).pipe(repeat({ delay: 50 }), filter(Boolean), timeout({ first: 20_000 }))
  await firstValueFrom(tries)
}
