import { createHash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'
import type { Facts } from '../facts.ts'
import type { LogRow, Violation } from '../history.ts'

/** Each hash is the RFC 6962 leaf hash of its event, and what is stored as JSON is canonical. */
export function hashes({ log }: Facts): Violation[] {
  return log.events.flatMap((row): Violation[] => {
    const what = wrongWith(row)
    return what ? [{ rule: 'hashes are right', what: `Position ${row.position}: ${what}`, records: [row] }] : []
  })
}

function wrongWith({ hash, ...event }: LogRow): string | undefined {
  const [data, metadata] = [JSON.parse(event.data) as unknown, JSON.parse(event.metadata) as unknown]
  if (canonicalJson(data) !== event.data || canonicalJson(metadata) !== event.metadata) return 'not canonical JSON'
  const leaf = createHash('sha256')
    .update('\0')
    .update(canonicalJson({ ...event, data, metadata }))
    .digest('hex')
  return leaf === hash ? undefined : `the hash is ${hash}, should be ${leaf}`
}
