import { Op, QueryTypes, type Sequelize, type Transaction, type WhereOptions } from 'sequelize'
import { defineTable } from './database.ts'
import type { Projection, Row } from './projection.ts'

/** In one statement: in bytes, too, well below what the `max_allowed_packet` of any server lets through. */
const MOST_CHARACTERS = 2_000_000

export type Table = ReturnType<typeof openTable>

/** The table of `projection`: how its rows come and go. Who writes holds the checkpoint. */
export function openTable(sequelize: Sequelize, projection: Projection) {
  const { name, columns, indexes, keyOf } = projection
  const model = defineTable<Row>(sequelize, name, columns, indexes)
  const fields = Object.entries(model.getAttributes()).map(([attribute, { field = attribute }]) => ({
    attribute,
    column: `\`${field}\``,
  }))
  const order = [...model.primaryKeyAttributes]
  const insert =
    `insert into \`${name}\` (${fields.map(({ column }) => column).join(', ')}) values :rows ` +
    `on duplicate key update ${fields.map(({ column }) => `${column} = values(${column})`).join(', ')}`

  async function write(rows: Iterable<Row>, transaction: Transaction): Promise<void> {
    // In the order of the primary key, so that neighbours go to the same page.
    const sorted = [...rows].sort((one, other) => compare(one, other, order))
    const values = sorted.map((row) => fields.map(({ attribute }) => row[attribute] ?? null))
    for (const some of portions(values)) {
      await sequelize.query(insert, { type: QueryTypes.UPSERT, replacements: { rows: some }, transaction })
    }
  }

  async function load(keys: readonly string[], transaction: Transaction): Promise<Map<string, Row>> {
    if (keys.length === 0) return new Map()
    const rows = await find(projection.where(keys), { transaction })
    return new Map(rows.map((row) => [keyOf(row), row]))
  }

  /** The next rows after `last` in the order of the primary key. */
  function page(last: Row | undefined, limit: number, transaction: Transaction): Promise<Row[]> {
    return find(last ? following(last, order) : {}, { order, limit, transaction })
  }

  async function find(where: WhereOptions, rest: { transaction: Transaction; order?: string[]; limit?: number }) {
    return (await model.findAll({ where, ...rest, raw: true })) as unknown as Row[]
  }

  return {
    exists: () => sequelize.getQueryInterface().tableExists(name),
    async createAnew(): Promise<void> {
      await model.drop()
      await model.sync()
    },
    async clear(transaction: Transaction): Promise<void> {
      await model.destroy({ where: {}, transaction })
    },
    load,
    write,
    page,
  }
}

type Cells = readonly (string | number | null)[]

/** `rows` in as many statements as it takes. */
function* portions(rows: readonly Cells[]): Generator<readonly Cells[]> {
  let [from, size] = [0, 0]
  for (const [index, row] of rows.entries()) {
    size += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 20), 0)
    if (size > MOST_CHARACTERS || index === rows.length - 1) {
      yield rows.slice(from, index + 1)
      ;[from, size] = [index + 1, 0]
    }
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
