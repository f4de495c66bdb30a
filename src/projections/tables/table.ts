import { Op, QueryTypes, type FindOptions, type Sequelize, type Transaction, type WhereOptions } from 'sequelize'
import type { UserId } from '../../events/ids.ts'
import { defineTable } from './database.ts'
import { literalsOf } from './literals.ts'
import { tableAt, type Place } from './places.ts'
import type { Projection, Row } from '../projection.ts'

/** In one statement: in bytes, too, well below what the `max_allowed_packet` of any server lets through. */
const MOST_CHARACTERS = 500_000

/** What rows call it and what the table calls it. */
export type Column = { attribute: string; column: string; isText: boolean }

export type Table = ReturnType<typeof openTable>

/** The table of `projection` at `place`: how its rows come and go. Who writes holds the checkpoint. */
export function openTable(sequelize: Sequelize, projection: Projection, place: Place) {
  const { indexes, keyOf } = projection
  const name = tableAt(place, projection.name)
  const unique = indexes.filter((index) => index.unique)
  const model = defineTable<Row>(sequelize, name, projection.columns, unique)
  const columns = Object.entries(model.getAttributes()).map(([attribute, { field = attribute, type }]): Column => {
    return { attribute, column: field, isText: /^(VAR)?CHAR/.test(String(type)) }
  })
  const order = [...model.primaryKeyAttributes]
  const whose = 'userId' in projection.columns ? 'userId' : 'id'
  const names = columns.map(({ column }) => `\`${column}\``)
  const [insert, update] = [
    `insert into ${name} (${names.join(', ')}) values `,
    ` on duplicate key update ${names.map((column) => `${column} = values(${column})`).join(', ')}`,
  ]

  async function write(rows: Iterable<Row>, transaction: Transaction): Promise<void> {
    // In the order of the primary key, so that neighbours go to the same page.
    const sorted = [...rows].sort((one, other) => compare(one, other, order))
    const cells = sorted.map((row) => columns.map(({ attribute }) => row[attribute] ?? null))
    for (const values of literalsOf(cells, MOST_CHARACTERS)) {
      await sequelize.query(insert + values + update, { type: QueryTypes.UPSERT, transaction })
    }
  }

  async function load(keys: readonly string[], transaction: Transaction): Promise<Map<string, Row>> {
    return keys.length === 0 ? new Map() : keyed(await find(projection.where(keys), { transaction }))
  }

  /** Puts something else in place of the words of `userId`, who was erased. */
  async function erase(userId: UserId, transaction: Transaction): Promise<void> {
    const where: WhereOptions = { [whose]: userId }
    if (projection.erased) await model.update(projection.erased, { where, transaction })
  }

  /** The rows with these primary keys. */
  async function at(keys: readonly Row[], transaction: Transaction): Promise<Map<string, Row>> {
    return keys.length === 0 ? new Map() : keyed(await find({ [Op.or]: [...keys] }, { transaction }))
  }

  /** The next rows after `last` in the order of the primary key, without the first few. */
  function page(last: Row | undefined, limit: number, transaction: Transaction, offset = 0): Promise<Row[]> {
    return find(last ? following(last, order) : {}, { order, limit, offset, transaction })
  }

  async function find(
    where: WhereOptions,
    rest: Pick<FindOptions, 'order' | 'limit' | 'offset' | 'transaction'>,
  ): Promise<Row[]> {
    return (await model.findAll({ where, ...rest, raw: true })) as unknown as Row[]
  }

  function keyed(rows: readonly Row[]): Map<string, Row> {
    return new Map(rows.map((row) => [keyOf(row), row]))
  }

  return {
    name,
    columns,
    /** The columns of the primary key. */
    key: columns.filter(({ attribute }) => order.includes(attribute)),
    exists: () => sequelize.getQueryInterface().tableExists(name),
    /** Without the indexes that only lists are read by. */
    async create(): Promise<void> {
      await model.sync()
    },
    /** Adds those, all at once: quicker than with each row. */
    async addIndexes(): Promise<void> {
      const missing = indexes.filter((index) => !index.unique)
      const added = missing.map(({ name: index, fields }) => `add index ${index} (${fields.join(', ')})`)
      if (added.length > 0) await sequelize.query(`alter table ${name} ${added.join(', ')}`)
    },
    async drop(): Promise<void> {
      await model.drop()
    },
    load,
    at,
    write,
    erase,
    page,
  }
}

function compare(one: Row, other: Row, columns: readonly string[]): number {
  for (const column of columns) {
    const [left, right] = [one[column] ?? '', other[column] ?? '']
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** Whatever comes after `row` in the order of `columns`. */
function following(row: Row, columns: readonly string[]): WhereOptions {
  const after = columns.map((column, index) => ({
    ...Object.fromEntries(columns.slice(0, index).map((equal) => [equal, row[equal]])),
    [column]: { [Op.gt]: row[column] },
  }))
  return { [Op.or]: after }
}
