import type { UserId } from '../../../events/ids.ts'

type Kept = Pick<Storage, 'length' | 'key' | 'removeItem'>

/** Removes what people typed and looked for in this browser, but for that of `next`: it is not for the next person at it. */
export function forget(storage: () => Kept, next?: UserId): void {
  try {
    const kept = storage()
    const names = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
    for (const name of names) if (isAnothers(name, next)) kept.removeItem(name)
  } catch {
    // Where nothing may be stored, nothing is kept.
  }
}

function isAnothers(name: string, next: UserId | undefined): boolean {
  // Who added something last stays until that person signs out: /add begins with it.
  if (name === 'adding as') return next === undefined
  const [, owner] = /^(?:draft|searches) (.+)$/.exec(name) ?? []
  return owner !== undefined && owner !== next
}
