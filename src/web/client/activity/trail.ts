import type { AuditEntry, AuditQuery } from '../../api.ts'
import { openPagesOf } from '../pages-of.ts'
import type { Server } from '../server.ts'

export type Shown = { entries: AuditEntry[]; next: string | null }

/** Events asked for at once: usually, and where a batch goes on, which shows as one line. */
const FEW = 50
const MANY = 200

export type Trail = ReturnType<typeof openTrail>

/** The events that a query matches, newest first, page by page. */
export function openTrail(server: Pick<Server, 'audit'>) {
  async function page(asked: AuditQuery, { entries, next }: Shown, limit: number, abort: AbortSignal): Promise<Shown> {
    const place = next === null ? {} : { cursor: next }
    const found = await server.audit({ ...asked, ...place, limit: `${limit}` }, abort)
    return { entries: [...entries, ...found.items], next: found.next }
  }

  return openPagesOf<AuditQuery, Shown>({
    ...{ few: FEW, again: 1_000 },
    length: ({ entries }) => entries.length,
    async load(asked, atLeast, abort) {
      const limit = Math.min(MANY, Math.max(FEW, atLeast))
      let loaded = await page(asked, { entries: [], next: null }, limit, abort)
      while (loaded.next !== null && loaded.entries.length < atLeast) loaded = await page(asked, loaded, MANY, abort)
      return loaded
    },
    below: (asked, shown, abort) => page(asked, shown, endsInBatch(shown.entries) ? MANY : FEW, abort),
  })
}

function endsInBatch(entries: readonly AuditEntry[]): boolean {
  const [last, before] = entries.slice(-2).reverse()
  return last !== undefined && last.batch !== null && last.batch === before?.batch
}
