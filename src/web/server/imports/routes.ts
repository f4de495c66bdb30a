import express, { Router, type Request, type Response } from 'express'
import type * as z from 'zod'
import { importExpenses } from '../../../commands/import.ts'
import { Rejected } from '../../../commands/rejected.ts'
import { users } from '../../../commands/streams.ts'
import { active } from '../../../commands/user.ts'
import type { UserId } from '../../../events/ids.ts'
import { oneAtATime } from '../../../projections/following/one-at-a-time.ts'
import { ImportQuery, type ImportAnswer } from '../../api.ts'
import { need } from '../access/access.ts'
import { rightAsked } from '../access/gate.ts'
import { queryOf } from '../http/asked.ts'
import { answerBatch, handleBatch, noVersion } from '../http/batching.ts'
import { Refused } from '../http/problems.ts'
import { awaitNewest, tellPosition } from '../http/reading.ts'
import { asOf } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { byOf, callerOf } from '../signing-in/caller.ts'
import { chosen } from './choosing.ts'
import { MOST_BYTES } from './limits.ts'
import { lookAt, type Looked, type Owner } from './preview.ts'
import type { OnRead } from './rows.ts'
import { expectThere, tellDone, tellingTo } from './telling.ts'

type Asked = z.output<typeof ImportQuery>
const tables = ['expenses', 'users'] as const

/**
 * `POST /imports`: the rows of a file looked at, or recorded as one batch, telling how far that is. One file at a time, as
 * a large one needs much memory; whoever has gone when it is their turn is passed over.
 */
export function importRoutes(parts: Parts): Router {
  const { log, projections } = parts
  const router = Router()
  const { inTurn } = oneAtATime()

  router.post('/imports', express.raw({ type: 'text/csv', limit: MOST_BYTES, inflate: false }), async (req, res) => {
    const { preview, rows, user, ...told } = queryOf(req, ImportQuery)
    noVersion(req)
    const owner = await ownerAsked(res, user)
    const file = fileOf(req)
    const look = (onRead?: OnRead) => lookFor(req, file, told, owner, onRead)
    if (preview === 'true') {
      await inTurn(async () => {
        expectThere(res)
        tellPosition(res, (await log.head()).position)
        const answer: ImportAnswer = (await look(() => expectThere(res))).preview
        res.json(answer)
      })
      return
    }
    const hear = tellingTo(req, res)
    const find = async () => chosen(await look((done, of) => hear('reading', done, of)), rows)
    const work = importExpenses(find, { owner: owner.id, asker: callerOf(res).id, by: byOf(req, res), hear })
    const answer = await inTurn(async () => {
      expectThere(res)
      return handleBatch(parts, req, res, work, 'import')
    })
    if (res.headersSent) tellDone(res, answer)
    else answerBatch(res, answer)
  })

  async function ownerAsked(res: Response, user: UserId | undefined): Promise<Owner> {
    const caller = callerOf(res)
    const id = user ?? caller.id
    await need(parts, rightAsked(res), caller, id)
    const { state } = await asOf(log, Number.MAX_SAFE_INTEGER)(users, id)
    if (state.status === 'none') throw new Rejected('InvalidReference', 'There is no such user', 'user')
    return { id, currency: active(state).currency }
  }

  /** Held against all that there is by now, what was recorded just before included. */
  async function lookFor(
    req: Request,
    file: Buffer,
    told: Omit<Asked, 'preview' | 'rows' | 'user'>,
    owner: Owner,
    onRead?: OnRead,
  ): Promise<Looked> {
    await awaitNewest(req, parts, tables)
    const { likelyExpenses: present, knownExpenses: deleted } = projections
    return lookAt(file, told, owner, { digest: log.requestDigest, present, deleted }, onRead)
  }

  return router
}

/** The file as it was sent. Throws 415 for another media type, 400 for none. */
function fileOf(req: Request): Buffer {
  const body: unknown = req.body
  if (Buffer.isBuffer(body)) return body
  if (req.headers['content-type'] !== undefined && !req.is('text/csv')) {
    throw new Refused(415, 'unsupported-media-type', 'Expected Content-Type: text/csv')
  }
  throw new Refused(400, 'malformed', 'Expected a CSV file')
}
