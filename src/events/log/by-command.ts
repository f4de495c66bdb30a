import type { Pool, RowDataPacket } from 'mysql2/promise'
import { beginningOf } from '../batch.ts'
import type { Metadata } from '../event.ts'
import { ExpenseId } from '../ids.ts'

/** What `command_id` and `metadata` of all events of `batch` are like. */
export function patternsOf(batch: string): { command: string; metadata: string } {
  return { command: `${beginningOf(batch)}%`, metadata: `%"batch":"${batch}"%` }
}

/** What one command appended, or a batch of them: their ids begin alike (docs/decisions/batches.md). */
export function openByCommand(pool: Pool) {
  /** The expenses that `batch` (a UUID) has events of up to a position, in the order of their first ones; at most `limit`. */
  async function expensesOfBatch(
    batch: string,
    limit = Number.MAX_SAFE_INTEGER,
    upTo = Number.MAX_SAFE_INTEGER,
  ): Promise<ExpenseId[]> {
    const sql = `select cast(stream as char) as stream from events force index (command_part)
      where command_id like ? and stream like 'expense-%' and metadata like ? and position <= ?
      group by stream order by min(position) limit ?`
    const { command, metadata } = patternsOf(batch)
    const [rows] = await pool.query<RowDataPacket[]>(sql, [command, metadata, upTo, limit])
    return rows.map(({ stream }) => ExpenseId.parse(String(stream).slice('expense-'.length)))
  }

  /** Which batch a command was, or was part of, and how many expenses it changed. A command without events was no batch. */
  async function batchOfCommand(commandId: string): Promise<{ batch: string | null; count: number }> {
    const sql = `select max(metadata) as metadata, count(distinct if(stream like 'expense-%', stream, null)) as count
      from events where command_id = ?`
    const [rows] = await pool.query<RowDataPacket[]>(sql, [commandId])
    const { metadata, count } = rows[0] as { metadata: string | null; count: number }
    const { batch = null } = metadata === null ? {} : (JSON.parse(metadata) as Metadata)
    return { batch, count: Number(count) }
  }

  return { expensesOfBatch, batchOfCommand }
}
