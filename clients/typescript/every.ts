import type { Routes } from './api.ts'
import type { Ledger } from './client.ts'

/** The routes that answer page by page. */
type Listing = {
  [R in keyof Routes]: Routes[R] extends {
    query?: { cursor?: string }
    answer: { items: unknown[]; next: string | null }
  }
    ? R
    : never
}[keyof Routes]
type Item<R extends Listing> = Routes[R]['answer']['items'][number]
type Page<R extends Listing> = { items: Item<R>[]; next: string | null }

/** All items of a list, one after the other; a page is read when its first item is asked for. */
export async function* every<R extends Listing>(
  ledger: Ledger,
  route: R,
  query?: Routes[R]['query'],
): AsyncGenerator<Item<R>> {
  const read = ledger as (route: R, options: { query: object }) => Promise<{ body: Page<R> }>
  let cursor: string | null = null
  do {
    const { body } = await read(route, { query: { ...query, ...(cursor !== null && { cursor }) } })
    yield* body.items
    cursor = body.next
  } while (cursor !== null)
}
