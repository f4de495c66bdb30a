import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { UserId } from '../../../events/ids.ts'

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. Runs off the event loop. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const derive = promisify(argon2)

export type Passwords = ReturnType<typeof openPasswords>

/** The passwords of users, kept as PHC strings (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`) outside the log. */
export function openPasswords(pool: Pool) {
  // Somebody who is not there takes as long to refuse as somebody whose password is wrong.
  const nobodys = hashPassword('nobody has this password')

  return {
    async keep(userId: UserId, password: string): Promise<void> {
      await pool.query(
        `insert into credentials (user_id, password_hash, changed_at) values (?, ?, utc_timestamp(6))
         on duplicate key update password_hash = values(password_hash), changed_at = values(changed_at)`,
        [userId, await hashPassword(password)],
      )
    },
    /** Whether `password` is that of `userId`; `undefined` for nobody. */
    async check(userId: UserId | undefined, password: string): Promise<boolean> {
      const [rows] = await pool.query<RowDataPacket[]>(
        'select cast(password_hash as char) as hash from credentials where user_id = ?',
        [userId ?? ''],
      )
      const stored = rows[0]?.hash as string | undefined
      const right = await matches(password, stored ?? (await nobodys))
      return right && stored !== undefined
    },
  }
}

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
