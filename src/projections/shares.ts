import * as z from 'zod'
import { UserId } from '../events/ids.ts'
import { ShareRole } from '../events/user.ts'
import { Currency } from '../events/money.ts'
import { flag, id, position, word } from './tables/columns.ts'
import type { Select } from './tables/database.ts'
import type { Projection, Touch } from './projection.ts'

type ShareRow = { userId: UserId; other: UserId; role: ShareRole; position: number; ended: 0 | 1 }

/** Whose ledger is or was shared with whom: for lists of them. Who may do what is decided by the log itself. */
export const shares: Projection<ShareRow> = {
  name: 'shares',
  version: 1,
  columns: {
    userId: { ...id, primaryKey: true },
    other: { ...id, primaryKey: true },
    role: word(16),
    position,
    ended: flag,
  },
  indexes: [{ name: 'by_other', fields: ['other'] }],
  unsealed: false,
  keyOf: (share) => `${share.userId} ${share.other}`,
  where: (keys) => ({ userId: [...new Set(keys.map((key) => key.slice(0, key.indexOf(' '))))] }),
  on: {
    LedgerShared: ({ event: { userId, with: other, role }, position }) => [
      become(userId, other, { role, position, ended: 0 }),
    ],
    ShareEnded: ({ event: { userId, with: other }, position }) => [become(userId, other, { position, ended: 1 })],
  },
}

function become(userId: UserId, other: UserId, fields: Partial<ShareRow>): Touch<ShareRow> {
  return {
    key: `${userId} ${other}`,
    begins: false,
    next: (before) => ({ userId, other, role: 'viewer', position: 0, ended: 0, ...before, ...fields }),
  }
}

const Share = z.strictObject({ userId: UserId, name: z.string(), role: ShareRole })
/** Somebody else, and as what they may come in. */
export type ShareItem = z.infer<typeof Share>

const SharedLedger = z.strictObject({ userId: UserId, name: z.string(), currency: Currency, role: ShareRole })
/** Somebody else's ledger, and as what one may come in. */
export type SharedLedgerItem = z.infer<typeof SharedLedger>

export type ShareQueries = ReturnType<typeof shareQueries>

export function shareQueries(select: Select) {
  return {
    /** Whom the ledger of `userId` is shared with, by name; not those who are deleted. */
    sharesOf(userId: UserId): Promise<ShareItem[]> {
      const sql = `select s.other as userId, u.name, s.role from shares s join users u on u.id = s.other
        where s.user_id = :userId and s.ended = 0 and u.deleted = 0 order by u.name, u.id`
      return select(Share, sql, { userId })
    },

    /** Whose ledgers are shared with `userId`, by name. */
    sharedWith(userId: UserId): Promise<SharedLedgerItem[]> {
      const sql = `select u.id as userId, u.name, u.currency, s.role from shares s join users u on u.id = s.user_id
        where s.other = :userId and s.ended = 0 and u.deleted = 0 order by u.name, u.id`
      return select(SharedLedger, sql, { userId })
    },
  }
}
