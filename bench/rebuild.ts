import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { categoryStream } from '../src/events/category.ts'
import { CalendarDate } from '../src/events/calendar.ts'
import { expenseStream, type ExpenseEvent } from '../src/events/expense.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../src/events/ids.ts'
import { connectionOptions, openPool } from '../src/events/log/connect.ts'
import { openLog, type Log } from '../src/events/log/log.ts'
import { migrate } from '../src/events/log/migrate.ts'
import { Currency, Minor } from '../src/events/money.ts'
import { userStream } from '../src/events/user.ts'
import { openProjections, projectionNames } from '../src/projections/projections.ts'
import { compared, secondsOf, sideBySide, type Line } from './measure.ts'

const AT_ONCE = 500
const ROWS_AT_ONCE = 1_000

/** A rebuild of all projections, beside plain multi-row INSERTs of the resulting rows into tables like theirs. */
export async function benchRebuild(url: string, rounds: number, events: number): Promise<Line[]> {
  await migrate(url)
  const pool = openPool(url)
  const log = await openLog({ url, pool })
  await fill(log, events)
  const projections = await openProjections({ url, log })
  const rates = await sideBySide(rounds, {
    rebuilt: async () => events / (await secondsOf(() => projections.rebuild())),
    inserted: async () => events / (await insertRows(url)),
  })
  await projections.close()
  await log.close()
  await pool.end()
  return [compared(`rebuild of all projections, ${events} events`, rates.rebuilt, 'INSERT', rates.inserted, '50 %')]
}

const currency = Currency.parse('EUR')
const metadata = { correlationId: newId(), origin: 'cli' as const }
const seenAt = Number.POSITIVE_INFINITY

/** 60 % recorded, 30 % amended, 10 % deleted, of 100 users with eight categories each. */
async function fill(log: Log, events: number): Promise<void> {
  const owners = await Promise.all(Array.from({ length: 100 }, (_, index) => addOwner(log, index)))
  let done = 0
  async function loop(): Promise<void> {
    while (done < events) {
      const { userId, categories } = owners[done % owners.length] as (typeof owners)[number]
      const story = storyOf(userId, categories, done)
      done += story.length
      for (const [version, event] of story.entries()) {
        const guards = [{ stream: expenseStream(event.expenseId), version, seenAt: version === 0 ? seenAt : 0 }]
        await log.append({ commandId: newId(), actorId: userId, metadata, events: [event], guards })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, loop))
}

async function addOwner(log: Log, index: number) {
  const userId = UserId.parse(newId())
  const categories = Array.from({ length: 8 }, () => CategoryId.parse(newId()))
  const fields = { name: `Person ${index}`, email: `person${index}@example.com`, role: 'member' as const, currency }
  await log.append({
    commandId: newId(),
    actorId: userId,
    metadata,
    events: [
      { type: 'UserRegistered', userId, ...fields },
      ...categories.map((categoryId, number) => {
        return { type: 'CategoryAdded' as const, categoryId, userId, name: `Category ${number}`, colour: '#3d9068' }
      }),
    ],
    guards: [userStream(userId), ...categories.map(categoryStream)].map((stream) => ({ stream, version: 0, seenAt })),
  })
  return { userId, categories }
}

/** What happens to one expense: of six, three are amended and one is deleted. */
function storyOf(userId: UserId, categories: readonly CategoryId[], number: number): ExpenseEvent[] {
  const expenseId = ExpenseId.parse(newId())
  const categoryId = categories[number % categories.length] as CategoryId
  const date = CalendarDate.parse(`20${10 + (number % 16)}-0${1 + (number % 9)}-1${number % 10}`)
  const facts = { categoryId, date, amount: Minor.parse(1250 + (number % 9000)), currency }
  const ids = { expenseId, userId }
  const story: ExpenseEvent[] = [{ type: 'ExpenseRecorded', ...ids, ...facts, description: `Lunch number ${number}` }]
  const changes = { amount: { from: facts.amount, to: Minor.parse(facts.amount + 100) } }
  if (number % 2 === 0) story.push({ type: 'ExpenseAmended', ...ids, changes, facts })
  if (number % 6 === 1) story.push({ type: 'ExpenseDeleted', ...ids, facts })
  return story
}

/** Seconds that plain multi-row INSERTs take for the rows of every projection, reading them not counted. */
async function insertRows(url: string): Promise<number> {
  const connection = await createConnection(connectionOptions(url))
  let seconds = 0
  try {
    for (const name of projectionNames) {
      const rows = await rowsOf(connection, name)
      await connection.query(`drop table if exists ${name}_plain`)
      await connection.query(`create table ${name}_plain like ${name}`)
      seconds += await secondsOf(async () => {
        for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
          await connection.query(`insert into ${name}_plain values ?`, [rows.slice(at, at + ROWS_AT_ONCE)])
        }
      })
      await connection.query(`drop table ${name}_plain`)
    }
    return seconds
  } finally {
    await connection.end()
  }
}

async function rowsOf(connection: Connection, name: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql: `select * from ${name}`, rowsAsArray: true })
  return rows
}
