import type { RowDataPacket } from 'mysql2'
import type { Config } from '../../config.ts'
import { connected } from '../privileges/connected.ts'
import { findSigningKey } from '../signing-key.ts'

/** The public key that the newest checkpoint was signed with, if that is not the ledger's own here. */
export async function signedByAnother(url: string, config: Config): Promise<string | undefined> {
  const sql = 'select verifier_key as verifierKey from signed_checkpoints order by position desc limit 1'
  const [rows] = await connected(url, (connection) => connection.query<RowDataPacket[]>(sql))
  const verifierKey = (rows[0] as { verifierKey: string } | undefined)?.verifierKey
  return verifierKey === findSigningKey(config)?.verifierKey ? undefined : verifierKey
}
