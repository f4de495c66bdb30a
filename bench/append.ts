import { createConnection } from 'mysql2/promise'
import { categoryStream } from '../src/events/category.ts'
import { CalendarDate } from '../src/events/calendar.ts'
import { expenseStream } from '../src/events/expense.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../src/events/ids.ts'
import { openPool } from '../src/events/log/connect.ts'
import { openLog } from '../src/events/log/log.ts'
import { migrate } from '../src/events/log/migrate.ts'
import { Currency, Minor } from '../src/events/money.ts'
import { userStream } from '../src/events/user.ts'
import { compared, perSecond, secondsOf, sideBySide, type Line } from './measure.ts'

const ROWS = 100_000

/** Appends of one expense each with its guards, durable, beside LOAD DATA of such rows into the same table. */
export async function benchAppend(url: string, rounds: number, seconds: number): Promise<Line[]> {
  await migrate(url)
  const pool = openPool(url)
  const log = await openLog({ url, pool })
  const userId = UserId.parse(newId())
  const categoryId = CategoryId.parse(newId())
  const metadata = { correlationId: newId(), origin: 'cli' as const }
  const seenAt = Number.POSITIVE_INFINITY

  const registered = await log.append({
    commandId: newId(),
    actorId: userId,
    metadata,
    events: [
      { type: 'UserRegistered', userId, name: 'Ana', email: 'ana@example.com', role: 'admin', currency },
      { type: 'CategoryAdded', categoryId, userId, name: 'Food', colour: '#3d9068' },
    ],
    guards: [
      { stream: userStream(userId), version: 0, seenAt },
      { stream: categoryStream(categoryId), version: 0, seenAt },
    ],
  })

  function append() {
    const expenseId = ExpenseId.parse(newId())
    const texts = { categoryId, description: 'Lunch with Mara', date, amount, currency }
    return log.append({
      commandId: newId(),
      actorId: userId,
      metadata,
      events: [{ type: 'ExpenseRecorded', expenseId, userId, ...texts }],
      guards: [
        { stream: expenseStream(expenseId), version: 0, seenAt },
        { stream: userStream(userId), version: 1, seenAt: registered.position },
        { stream: categoryStream(categoryId), version: 1, seenAt: registered.position },
      ],
    })
  }

  // Rows to load, made by the writer itself.
  while ((await log.head()).position < ROWS) await perSecond(1_000, 1, append)
  const rates = await sideBySide(rounds, {
    one: () => perSecond(1, seconds, append),
    some: () => perSecond(64, seconds, append),
    many: () => perSecond(1_000, seconds, append),
    loaded: () => loadData(url),
  })
  await log.close()
  await pool.end()
  return [
    compared('append, 1 caller', rates.one, 'LOAD DATA', rates.loaded),
    compared('append, 64 callers', rates.some, 'LOAD DATA', rates.loaded),
    compared('append, 1,000 callers', rates.many, 'LOAD DATA', rates.loaded, '25 %'),
  ]
}

const currency = Currency.parse('EUR')
const date = CalendarDate.parse('2026-11-23')
const amount = Minor.parse(1250)

/** Rows per second that LOAD DATA brings into a table like `events`, indexes and all. */
async function loadData(url: string): Promise<number> {
  const connection = await createConnection({ uri: url, dateStrings: true })
  const file = `${newId()}.tsv`
  try {
    const [[datadir]] = (await connection.query('select @@datadir as folder')) as unknown as [[{ folder: string }]]
    const path = connection.escape(`${datadir.folder}${file}`)
    await connection.query(
      `select * into outfile ${path} character set binary from events order by position limit ${ROWS}`,
    )
    await connection.query('drop table if exists events_loaded')
    await connection.query('create table events_loaded like events')
    const seconds = await secondsOf(() =>
      connection.query(`load data infile ${path} into table events_loaded character set binary`),
    )
    await connection.query('drop table events_loaded')
    return ROWS / seconds
  } finally {
    await connection.end()
  }
}
