import type { AccessEntry, AccessLogQuery } from '../../../api.ts'
import { localDate } from '../../scope/calendar-days.ts'
import type { Server } from '../../server.ts'

/** Entries that the server gives at once. */
const AT_ONCE = 200

export type Newest = { entries: AccessEntry[]; more: boolean }

/** The newest entries that match `query`, `count` of them if there are so many. */
export async function newestEntries(
  server: Pick<Server, 'accessLog'>,
  query: AccessLogQuery,
  count: number,
  abort?: AbortSignal,
): Promise<Newest> {
  const entries: AccessEntry[] = []
  let cursor: string | null = null
  do {
    const limit = Math.min(AT_ONCE, count - entries.length)
    const page = await server.accessLog({ ...query, ...(cursor && { cursor }), limit: `${limit}` }, abort)
    entries.push(...page.items)
    cursor = page.next
  } while (cursor !== null && entries.length < count)
  return { entries, more: cursor !== null }
}

/** By the day on which they happened where the person is, the newest first, as they are. */
export function byDay(entries: readonly AccessEntry[]): [day: string, entries: AccessEntry[]][] {
  const days = new Map<string, AccessEntry[]>()
  for (const entry of entries) {
    const day = localDate(new Date(entry.at))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}
