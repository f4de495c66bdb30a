import { createConnection } from 'mysql2/promise'
import { connectionOptions, sessionSettings } from '../../events/log/connect.ts'
import { isHeldUp } from '../tables/database.ts'

/** Seconds that a RENAME waits for those who read the tables; all who come later wait behind it. */
const LONGEST_WAIT = 1

/** Tables and what they are called from now on. */
export type Moves = readonly (readonly [from: string, to: string])[]

export type Rename = ReturnType<typeof openRename>

/**
 * Renames tables, all of them or none: one RENAME is atomic in MySQL 8 and in MariaDB since 10.6, also if the server dies in
 * it. False if somebody read them for too long. It commits whatever goes on on its connection, so it has one of its own.
 */
export function openRename(url: string) {
  return async (moves: Moves): Promise<boolean> => {
    const connection = await createConnection(connectionOptions(url))
    try {
      for (const setting of sessionSettings) await connection.query(setting)
      await connection.query(`set session lock_wait_timeout = ${LONGEST_WAIT}`)
      await connection.query(`rename table ${moves.map((names) => names.join(' to ')).join(', ')}`)
      return true
    } catch (error) {
      if (isHeldUp(error)) return false
      throw error
    } finally {
      connection.destroy()
    }
  }
}
