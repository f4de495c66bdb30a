import type { Row } from '../projection.ts'
import type { Column } from '../tables/table.ts'

/** Rows in the order of the primary key: after `after`, up to and including `last`, where these are given. */
export type Span = { after: Row | undefined; last: Row | undefined }

/** What a row of the table that a statement calls `o` fulfils if it is in `span`. */
export function within({ after, last }: Span, key: readonly Column[]): string {
  const conditions = [after && following(key, ':after', '>', '>'), last && following(key, ':last', '<', '<=')]
  return conditions.filter(Boolean).join(' and ') || 'true'
}

/** What stands for `:after…` and `:last…` in it. */
export function boundsOf(span: Span, key: readonly Column[]): Record<string, Row[string] | undefined> {
  const bounds = key.flatMap(({ attribute }) => [
    [`after_${attribute}`, span.after?.[attribute]],
    [`last_${attribute}`, span.last?.[attribute]],
  ])
  return Object.fromEntries(bounds) as Record<string, Row[string] | undefined>
}

/** By the first column of `key`; where that is equal, by those that follow. Written so that the index serves it. */
function following([first, ...rest]: readonly Column[], end: string, sign: string, lastSign: string): string {
  if (!first) return 'false'
  const [column, bound] = [`o.${first.column}`, `${end}_${first.attribute}`]
  if (rest.length === 0) return `${column} ${lastSign} ${bound}`
  return `(${column} ${sign} ${bound} or ${column} = ${bound} and ${following(rest, end, sign, lastSign)})`
}
