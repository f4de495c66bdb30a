import { QueryTypes, type Transaction } from 'sequelize'
import { differencesOf, MOST_DIFFERENCES, type Difference } from '../checking/differences.ts'
import type { Parts, Places } from '../tables/parts.ts'
import type { Row } from '../projection.ts'
import { boundsOf, within, type Span } from './span.ts'
import type { Column } from '../tables/table.ts'

const ROWS_AT_ONCE = 20_000

/**
 * Where the rows of the live table are not those of the one that is to replace it, as `transaction` sees both. The database
 * compares, portion by portion, and sends only what differs.
 */
export async function compareTables(places: Places, transaction: Transaction): Promise<Difference[]> {
  const wrong: Difference[] = []
  let span: Span = { after: undefined, last: undefined }
  do {
    const after = span.last
    const [last] = await places.next.table.page(after, 1, transaction, ROWS_AT_ONCE)
    span = { after, last }
    wrong.push(...(await differencesIn(span, places, transaction)))
  } while (span.last && wrong.length < MOST_DIFFERENCES)
  return wrong.slice(0, MOST_DIFFERENCES)
}

async function differencesIn(span: Span, { projection, live, next }: Places, transaction: Transaction) {
  const { name, keyOf } = projection
  const wrong = await keysWithout(isSame, next, live, span, transaction)
  // Where each row has its like, there are others only if there are more.
  const isAll = wrong.length === 0 && (await areAsMany(next, live, span, transaction))
  const surplus = isAll ? [] : await keysWithout(isThere, live, next, span, transaction)
  const keys = [...wrong, ...surplus]
  const [expected, actual] = [await next.table.at(keys, transaction), await live.table.at(keys, transaction)]
  const rows = [...expected.values(), ...actual.values()]
  return [...new Set(rows.map(keyOf))].flatMap((key) => differencesOf(name, key, expected.get(key), actual.get(key)))
}

/** Whether two tables have the same number of rows in `span`: rows are counted faster than each is looked up in the other table. */
async function areAsMany(one: Parts, other: Parts, span: Span, transaction: Transaction): Promise<boolean> {
  const { sequelize, table } = one
  const counts = [table, other.table].map(({ name, key }) => {
    return `(select count(*) from ${name} o where ${within(span, key)})`
  })
  const options = { type: QueryTypes.SELECT, replacements: boundsOf(span, table.key), transaction } as const
  const [found] = await sequelize.query<{ same: 0 | 1 }>(`select ${counts.join(' = ')} as same`, options)
  return found?.same === 1
}

/** The primary keys of rows of `one` for which `other` has no row that `matches`. */
async function keysWithout(
  matches: (columns: readonly Column[]) => string,
  { sequelize, table: one }: Parts,
  { table: other }: Parts,
  span: Span,
  transaction: Transaction,
): Promise<Row[]> {
  const { columns, key } = one
  const joined = key.map(({ column }) => `t.${column} = o.${column}`).join(' and ')
  const sql = `select ${key.map(({ attribute, column }) => `o.${column} as ${attribute}`).join(', ')}
    from ${one.name} o left join ${other.name} t on ${joined}
    where ${within(span, key)} and not (${matches(columns)}) limit ${MOST_DIFFERENCES}`
  const options = { type: QueryTypes.SELECT, replacements: boundsOf(span, key), transaction } as const
  return sequelize.query<Row>(sql, options)
}

function isThere(columns: readonly Column[]): string {
  return `t.${columns[0]?.column} is not null`
}

/** To the byte: for the server, two texts are equal that differ in the blanks at their ends. */
function isSame(columns: readonly Column[]): string {
  const conditions = columns.map(({ column, isText }) => {
    const [mine, other] = [`o.${column}`, `t.${column}`].map((cell) => (isText ? `cast(${cell} as binary)` : cell))
    return `${mine} <=> ${other}`
  })
  return conditions.join(' and ')
}
