import type { Request } from 'express'
import * as z from 'zod'
import { queryOf } from './asked.ts'
import { invalid } from './problems.ts'

/** What every list asks for; `next` of a page is the `cursor` of the one after it. */
type Paged = { limit?: number | undefined; cursor?: string | undefined; asOf?: string | undefined }

const Position = z.int().nonnegative().optional()

/**
 * The query of a list, and the place after which to go on. A cursor stands for its whole query: what is given beside it
 * must be the same, or nothing at all; anything else is refused (422). `at` is the position that `asOf` stood for on the first
 * page: an instant that has not come yet would stand for another one each time.
 */
export function pagedQueryOf<Q extends Paged, P>(
  req: Request,
  schema: z.ZodType<Q>,
  placeIn: (query: Q) => z.ZodType<P>,
): { query: Q; after: P | undefined; at: number | undefined } {
  const query = queryOf(req, schema)
  if (query.cursor === undefined) return { query, after: undefined, at: undefined }
  const [pin, last, position] = decode(query.cursor)
  // What comes back from a client is as little to be trusted as any other query.
  const pinned = schema.safeParse(pin)
  const after = pinned.success ? placeIn(pinned.data).safeParse(last) : undefined
  const at = Position.safeParse(position)
  if (!pinned.success || !after?.success || !at.success) throw badCursor('Not a cursor of this list')
  const given = pinnedOf(query)
  if (Object.keys(given).length > 0 && JSON.stringify(given) !== JSON.stringify(pin)) {
    throw badCursor('Belongs to a list with another filter or order')
  }
  return {
    query: { ...query, ...pinned.data },
    after: after.data,
    at: pinned.data.asOf === undefined ? undefined : at.data,
  }
}

/**
 * `next`: where the page ended, the query that it belongs to, and the position that its `asOf` stands for. Opaque to clients; null
 * after the last page.
 */
export function toCursor(query: Paged, after: unknown, position?: number): string | null {
  if (after === null) return null
  const at = query.asOf === undefined || position === undefined ? [] : [position]
  return Buffer.from(JSON.stringify([pinnedOf(query), after, ...at])).toString('base64url')
}

/** What a cursor pins: all but what may differ from page to page. */
function pinnedOf(query: Paged & { totals?: unknown }): object {
  const { cursor: _cursor, limit: _limit, totals: _totals, ...pinned } = query
  return Object.fromEntries(Object.entries(pinned).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function decode(cursor: string): readonly unknown[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(decoded) && (decoded.length === 2 || decoded.length === 3)) return decoded
  } catch {
    // What cannot be read is no cursor.
  }
  throw badCursor('Not a cursor')
}

function badCursor(message: string) {
  return invalid([{ path: 'cursor', message }])
}
