import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import type { UserId } from '../../../events/ids.ts'
import { inTransaction } from './in-transaction.ts'

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. Runs off the event loop. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const derive = promisify(argon2)

export type Passwords = ReturnType<typeof openPasswords>

/** The passwords of users, kept as PHC strings (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`) outside the log. */
export function openPasswords(pool: Pool) {
  // Somebody who is not there takes as long to refuse as somebody whose password is wrong.
  const nobodys = hashPassword('nobody has this password')

  return {
    /** The first one, of somebody who is not there yet. */
    async keep(userId: UserId, password: string): Promise<void> {
      await pool.query(KEEP, [userId, await hashPassword(password)])
    },
    /**
     * Replaces the password, the one that was set at `since` where that matters (otherwise nothing happens, and it is `false`); ends
     * every session and token with it: whoever held one may have known the old one. All or nothing, and nobody gets in between (see
     * `openWith` of sessions and `make` of tokens).
     */
    async change(userId: UserId, password: string, since?: string): Promise<boolean> {
      const hash = await hashPassword(password)
      return inTransaction(pool, async (connection) => {
        const [sql, values] = since === undefined ? [KEEP, [userId, hash]] : [REPLACE, [hash, userId, since]]
        const [{ affectedRows }] = await connection.query<ResultSetHeader>(sql, values)
        if (affectedRows === 0) return false
        await connection.query('delete from sessions where user_id = ?', [userId])
        await connection.query('delete from tokens where user_id = ?', [userId])
        return true
      })
    },
    /** Since when `password` has been that of `userId`; `undefined` if it is not, and for nobody. */
    async check(userId: UserId | undefined, password: string): Promise<string | undefined> {
      const [[stored]] = await pool.query<RowDataPacket[]>(
        'select cast(password_hash as char) as hash, changed_at as since from credentials where user_id = ?',
        [userId ?? ''],
      )
      const right = await matches(password, (stored?.hash as string | undefined) ?? (await nobodys))
      return right ? (stored?.since as string | undefined) : undefined
    },
  }
}

const KEEP = `insert into credentials (user_id, password_hash, changed_at) values (?, ?, utc_timestamp(6))
  on duplicate key update password_hash = values(password_hash), changed_at = values(changed_at)`
const REPLACE = `update credentials set password_hash = ?, changed_at = utc_timestamp(6)
  where user_id = ? and changed_at = ?`

async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength: 32, ...COST })
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

async function matches(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc) ?? []
  const expected = Buffer.from(hash, 'base64')
  const tag = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return timingSafeEqual(tag, expected)
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
