import { createHmac, randomBytes } from 'node:crypto'
import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { Claim } from './append.ts'

const LEDGER = 'ledger'

/** The secrets: one per user for personal text, and the ledger's own for claims and remembered requests. */
export type Keys = Awaited<ReturnType<typeof openKeys>>

/** Makes the ledger's own key at the first start. */
export async function openKeys(pool: Pool) {
  const known = new Map<string, Buffer>()

  async function load(owners: readonly string[]): Promise<void> {
    const missing = [...new Set(owners)].filter((owner) => !known.has(owner))
    if (missing.length === 0) return
    const [rows] = await pool.query<RowDataPacket[]>('select owner, secret from `keys` where owner in (?)', [missing])
    for (const row of rows) known.set(String(row.owner), row.secret as Buffer)
  }

  /** The key of `owner`, made if there is none; of two that make one at once both get the same. */
  async function make(owner: string): Promise<Buffer> {
    if (!known.has(owner)) await load([owner])
    const key = known.get(owner)
    if (key) return key
    await pool.query('insert ignore into `keys` (owner, secret) values (?, ?)', [owner, randomBytes(32)])
    return make(owner)
  }

  const ledgerKey = await make(LEDGER)
  const hmac = (text: string) => createHmac('sha256', ledgerKey).update(text).digest()

  return {
    make,
    /** The keys of `owners`; who has none is not in the answer. */
    async of(owners: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
      await load(owners)
      return known
    },
    /** What is stored of a claim. */
    claimValue: (claim: Claim) => hmac(JSON.stringify(['claim', claim.kind, claim.value])),
    /** What is stored of a request that came with an idempotency key. */
    requestDigest: (request: readonly string[]) => hmac(JSON.stringify(['request', ...request])),
  }
}
