import { createHmac, randomBytes } from 'node:crypto'
import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import type { Claim } from './append.ts'

const LEDGER = 'ledger'

/** The secrets: one per user for personal text, and the ledger's own for claims and remembered requests. */
export type Keys = Awaited<ReturnType<typeof openKeys>>

/** Makes the ledger's own key at the first start. */
export async function openKeys(pool: Pool) {
  let known = new Map<string, Buffer>()
  let asOf = 0

  async function load(owners: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    // What is kept in mind may be dropped meanwhile, and what is found then is not for what takes its place.
    const own = known
    const missing = [...new Set(owners)].filter((owner) => !own.has(owner))
    if (missing.length === 0) return own
    const [rows] = await pool.query<RowDataPacket[]>('select owner, secret from `keys` where owner in (?)', [missing])
    for (const row of rows) own.set(String(row.owner), row.secret as Buffer)
    return own
  }

  /** The key of `owner`, made if there is none; of two that make one at once both get the same. Throws for who was erased. */
  async function make(owner: string): Promise<Buffer> {
    const key = (await load([owner])).get(owner)
    if (key) return key
    const [{ affectedRows }] = await pool.query<ResultSetHeader>(
      `insert ignore into \`keys\` (owner, secret)
       select ?, ? from dual where not exists (select 1 from erasures where user_id = ? and number is not null)`,
      [owner, randomBytes(32), owner],
    )
    if (affectedRows === 0 && !(await load([owner])).has(owner)) throw new Error(`${owner} was erased`)
    return make(owner)
  }

  const ledgerKey = await make(LEDGER)
  const hmac = (text: string) => createHmac('sha256', ledgerKey).update(text).digest()

  return {
    make,
    /**
     * The keys of `owners`; who has none was erased. What is kept in mind counts only while nobody has been since: `erasures` is
     * how many there have been as of the read.
     */
    async of(owners: readonly string[], erasures: number): Promise<ReadonlyMap<string, Buffer>> {
      if (erasures > asOf) {
        known = new Map()
        asOf = erasures
      }
      return load(owners)
    },
    /** What is stored of a claim. */
    claimValue: (claim: Claim) => hmac(JSON.stringify(['claim', claim.kind, claim.value])),
    /** What is stored of something that is only to be known again, and that nobody else is to make up; `what` it is tells it from others. */
    digest: (what: string, ...parts: readonly string[]) => hmac(JSON.stringify([what, parts])),
    /** What is stored of a request that came with an idempotency key. */
    requestDigest: (request: readonly string[]) => hmac(JSON.stringify(['request', ...request])),
  }
}
