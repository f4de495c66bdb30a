import type { Request } from 'express'
import type { Pool } from 'mysql2/promise'
import type { Logger } from 'pino'
import { Instant } from '../../../events/calendar.ts'
import { newId, type UserId } from '../../../events/ids.ts'
import type { AccessType } from '../../api.ts'
import type { Caller } from '../signing-in/caller.ts'
import { addressOf } from '../signing-in/network.ts'
import { agentOf } from './agent.ts'
import { insertEntries, listEntries, type AccessFilter, type Kept, type Place } from './store.ts'
import { openWriting } from './writing.ts'

/**
 * What is to be written down: of whose account, if there is one; by whom, which is whoever is signed in unless said; and about which
 * token, or which other user of a share.
 */
export type Access = {
  type: AccessType
  userId?: UserId | undefined
  actorId?: UserId | null | undefined
  aboutId?: string | undefined
}
export type AccessLog = ReturnType<typeof openAccessLog>

/**
 * Who came in or tried to, from where. A table of its own, and no part of the log of events: it names addresses, and what is old
 * goes. What is written down has happened already, so nobody fails because of it.
 */
export function openAccessLog({ pool, logger }: { pool: Pool; logger: Logger }) {
  const writing = openWriting<Kept>({
    write: (entries) => insertEntries(pool, entries),
    onDelay: (err) => logger.warn({ err }, 'The access log cannot be written just now'),
    // In the process's own log there are no addresses.
    onLost: ({ address: _address, agent: _agent, ...access }) => {
      logger.error({ access }, 'An entry of the access log could not be kept')
    },
  })

  return {
    /** What came of a request. Resolves once it is kept, after a second in any case, and then it is kept as soon as may be. */
    note(req: Request, { actorId = callerId(req), ...access }: Access): Promise<void> {
      const agent = agentOf(req.get('User-Agent'))
      return writing.add({ ...keep({ ...access, actorId }), address: addressOf(req), agent, requestId: req.id })
    },
    list: (filter: AccessFilter, limit: number, after?: Place) => listEntries(pool, filter, limit, after),
    /** Keeps what still waits, or says it in the process's log. */
    close: () => writing.close(),
  }
}

/** What was done on the command line, where nobody is signed in. Throws if it cannot be kept. */
export function writeAccess(pool: Pool, access: Access): Promise<void> {
  return insertEntries(pool, [keep(access)])
}

function keep({ type, userId, actorId, aboutId }: Access): Kept {
  const at = Instant.parse(new Date().toISOString().replace('Z', '000Z'))
  const people = { userId: userId ?? null, actorId: actorId ?? null, aboutId: aboutId ?? null }
  return { id: newId(), at, type, ...people, address: null, agent: null, requestId: null }
}

function callerId(req: Request): UserId | null {
  return (req.res?.locals.caller as Caller | undefined)?.id ?? null
}
