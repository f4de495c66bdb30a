import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import type { UserId } from '../../../events/ids.ts'
import type { Log } from '../../../events/log/log.ts'
import { SecondFactor } from '../../api.ts'
import { inTransaction } from '../signing-in/in-transaction.ts'
import { instantOf } from '../signing-in/instant-of.ts'
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { isTotpCode, newSecret, stepOf, toBase32 } from './totp.ts'

/** Wrong codes in a row after which codes of the app are taken no more (NIST SP 800-63B): guessing a million takes more. */
const MOST_WRONG = 100
const WHAT = 'second-factor'

export type SecondFactors = ReturnType<typeof openSecondFactors>
/** What a code was found to be. `spent`: too many wrong ones came before, and only a recovery code is taken. */
export type Verdict = 'right' | 'recovery' | 'wrong' | 'spent'

type Parts = {
  pool: Pool
  log: Pick<Log, 'sealBeside' | 'unsealBeside'>
  /** Milliseconds since 1970. */
  now?: () => number
}

/** The second factors of users: a secret that an authenticator app shares, and codes for who has lost it. Outside the log. */
export function openSecondFactors({ pool, log, now = Date.now }: Parts) {
  async function changed(sql: string, values: unknown[]): Promise<boolean> {
    return (await pool.query<ResultSetHeader>(sql, values))[0].affectedRows > 0
  }

  /** The secret of `userId` as it is stored, and opened. */
  async function secretOf(userId: UserId, isOn: boolean) {
    const sql = `select cast(secret as char) as secret from second_factors
      where user_id = ? and on_since is ${isOn ? 'not null' : 'null'}`
    const [[row]] = await pool.query<RowDataPacket[]>(sql, [userId])
    if (!row) return undefined
    const sealed = row.secret as string
    return { sealed, secret: Buffer.from(await log.unsealBeside(WHAT, userId, sealed), 'base64') }
  }

  async function takeAppCode(userId: UserId, code: string): Promise<Verdict> {
    // It counts as wrong before anybody looks: of guesses made at once no more are looked at than of others.
    if (!(await changed(ATTEMPT, [userId, MOST_WRONG]))) return 'spent'
    const found = await secretOf(userId, true)
    const step = found && stepOf(found.secret, code, now())
    if (step === undefined) return 'wrong'
    return (await changed(TAKE, [step, userId, found?.sealed, step])) ? 'right' : 'wrong'
  }

  async function takeRecoveryCode(userId: UserId, code: string): Promise<Verdict> {
    const sql = 'delete from recovery_codes where user_id = ? and digest = ?'
    if (!(await changed(sql, [userId, recoveryDigest(code)]))) return 'wrong'
    await changed('update second_factors set wrong_codes = 0 where user_id = ?', [userId])
    return 'recovery'
  }

  return {
    async of(userId: UserId): Promise<SecondFactor> {
      const [[row]] = await pool.query<RowDataPacket[]>(STANDING, [userId])
      return SecondFactor.parse(row ?? { onSince: null, recoveryCodes: 0 })
    },
    /**
     * A new secret in base32, which counts for nothing until a code shows that an app has it. Kept only if the password of
     * `userId` is the one that was set at `since`, and no second factor is on.
     */
    async offer(userId: UserId, since: string): Promise<string> {
      const secret = newSecret()
      const sealed = await log.sealBeside(WHAT, userId, secret.toString('base64'))
      await pool.query(OFFER, [sealed, userId, since])
      return toBase32(secret)
    },
    /** Turns on what was offered, and gives the recovery codes; `undefined` for a wrong code. */
    async turnOn(userId: UserId, code: string): Promise<string[] | undefined> {
      const found = await secretOf(userId, false)
      const step = found && stepOf(found.secret, plain(code), now())
      if (step === undefined) return undefined
      return codesAfter(userId, TURN_ON, [step, userId, found?.sealed])
    },
    /** Whether `code`, of the app or for recovery, lets `userId` in: each does so once. */
    take(userId: UserId, code: string): Promise<Verdict> {
      const typed = plain(code)
      return isTotpCode(typed) ? takeAppCode(userId, typed) : takeRecoveryCode(userId, typed)
    },
    /** New recovery codes instead of those that there are; `undefined` where no second factor is on. */
    newCodes: (userId: UserId): Promise<string[] | undefined> => codesAfter(userId, STILL_ON, [userId]),
    /** Forgets it, and its recovery codes. Whether it was on. */
    turnOff(userId: UserId): Promise<boolean> {
      return inTransaction(pool, async (connection) => {
        const [{ affectedRows }] = await connection.query<ResultSetHeader>(STILL_ON, [userId])
        for (const table of ['second_factors', 'recovery_codes'])
          await connection.query(`delete from ${table} where user_id = ?`, [userId])
        return affectedRows > 0
      })
    },
  }

  /** Ten new recovery codes, if `sql` finds the row that it is to change. */
  async function codesAfter(userId: UserId, sql: string, values: unknown[]): Promise<string[] | undefined> {
    const codes = newRecoveryCodes()
    return inTransaction(pool, async (connection) => {
      const [{ affectedRows }] = await connection.query<ResultSetHeader>(sql, values)
      if (affectedRows === 0) return undefined
      await connection.query('delete from recovery_codes where user_id = ?', [userId])
      const rows = codes.map((code) => [userId, recoveryDigest(plain(code))])
      await connection.query('insert into recovery_codes (user_id, digest) values ?', [rows])
      return codes
    })
  }
}

/** People and apps put blanks or dashes between the digits. */
function plain(code: string): string {
  return code.replace(/[\s-]/g, '')
}

const STANDING = `select ${instantOf('f.on_since')} as onSince,
    (select count(*) from recovery_codes c where c.user_id = f.user_id) as recoveryCodes
  from second_factors f where f.user_id = ?`
const OFFER = `insert into second_factors (user_id, secret)
  select c.user_id, ? from credentials c where c.user_id = ? and c.changed_at = ? lock in share mode
  on duplicate key update secret = if(on_since is null, values(secret), second_factors.secret)`
const TURN_ON = `update second_factors set on_since = utc_timestamp(6), last_step = ?, wrong_codes = 0
  where user_id = ? and secret = ? and on_since is null`
const ATTEMPT = `update second_factors set wrong_codes = wrong_codes + 1
  where user_id = ? and on_since is not null and wrong_codes < ?`
/** No step twice, nor one before it: who has looked over a shoulder comes too late. */
const TAKE = `update second_factors set last_step = ?, wrong_codes = 0
  where user_id = ? and secret = ? and on_since is not null and last_step < ?`
/** Changes nothing, and holds the row: nobody turns it off in between. */
const STILL_ON = 'update second_factors set wrong_codes = wrong_codes where user_id = ? and on_since is not null'
