import { invalid } from './problems.ts'

type Query = { [name: string]: unknown }

/** `next` of a page: where it ended, and the query that it belongs to. Opaque to clients. */
export function toCursor(query: Query, after: unknown): string {
  return Buffer.from(JSON.stringify([pinned(query), after])).toString('base64url')
}

/**
 * Where to go on, and the query as the cursor pins it. A cursor stands for its own query: what is given beside it must
 * be the same (422 otherwise) or nothing at all. `check` says whether the place is one.
 */
export function fromCursor<T>(
  query: Query,
  check: (after: unknown) => after is T,
): { query: Query; after: T | undefined } {
  if (typeof query.cursor !== 'string') return { query, after: undefined }
  const [pin, after] = decode(query.cursor)
  const given = pinned(query)
  const same = JSON.stringify(given) === JSON.stringify(pin)
  if (!isQuery(pin) || !check(after)) throw badCursor('Not a cursor of this list')
  if (!same && Object.keys(given).length > 0) throw badCursor('Belongs to a list with another filter or order')
  return { query: { ...query, ...pin }, after }
}

/** What a cursor pins: all but the size of a page and what may be asked of any page. */
function pinned({ cursor: _cursor, limit: _limit, totals: _totals, ...query }: Query): Query {
  return Object.fromEntries(Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function decode(cursor: string): [unknown, unknown] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(decoded) && decoded.length === 2) return [decoded[0], decoded[1]]
  } catch {
    // Falls through: what cannot be read is no cursor.
  }
  throw badCursor('Not a cursor')
}

function isQuery(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function badCursor(message: string) {
  return invalid([{ path: 'cursor', message }])
}
