import type { Pool } from 'mysql2/promise'
import { openLog, type Log } from '../../../../src/events/log/log.ts'
import type { Flaw } from './flaw.ts'
import { openPlainAppend } from './plain-append.ts'
import { sendAgainUnderNewId } from './send-again.ts'

/** The log; with a flaw in how it appends, if it is asked for. It is read as ever. */
export async function openFlawedLog(options: { url: string; pool: Pool; flaw: Flaw | undefined }): Promise<Log> {
  const log = await openLog(options)
  switch (options.flaw) {
    case undefined:
    case 'follower skips':
      return log
    case 'sent again under a new id':
      return { ...log, append: sendAgainUnderNewId(log) }
    case 'none':
    case 'position taken early':
    case 'version checked by reading':
    case 'clock goes backwards':
    case 'answered before commit':
      return { ...log, append: await openPlainAppend(options.pool, options.flaw) }
  }
}
