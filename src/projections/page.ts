/** `next` is the key to go on after, null after the last page. */
export type Page<Item, Key> = { items: Item[]; next: Key | null }

/** The first `limit` of `found`, which has one more if there are more. */
export function pageOf<Item, Key>(found: readonly Item[], limit: number, keyOf: (item: Item) => Key): Page<Item, Key> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last !== undefined && found.length > limit ? keyOf(last) : null }
}
