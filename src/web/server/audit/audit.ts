import { Router, type Response } from 'express'
import * as z from 'zod'
import { justBefore } from '../../../events/calendar.ts'
import type { ActivityFilter } from '../../../projections/projections.ts'
import { AuditQuery } from '../../api.ts'
import { ledgerAsked } from '../access/access.ts'
import { pagedQueryOf, toCursor } from '../http/cursors.ts'
import { readUpTo } from '../http/reading.ts'
import type { Parts } from '../parts.ts'
import { entriesOf } from './entries.ts'

/** Where a page ends. */
const Position = z.int().nonnegative()

/** `GET /audit`: all that happened, newest first. */
export function auditRoutes(parts: Parts): Router {
  const { log, projections } = parts
  const router = Router()

  router.get('/audit', async (req, res) => {
    const { query, after: place, at } = pagedQueryOf(req, AuditQuery, () => Position)
    const { asOf, limit = 50 } = query
    const filter = await filterOf(parts, res, query)
    if (asOf === undefined && at === undefined) await nearTheHead()
    const position = await readUpTo(parts, req, res, { names: ['activity'], asOf, at })
    const { after, last } = await spanOf(query)
    const before = Math.min(place ?? Infinity, last + 1, position + 1)
    const { items, next } = await projections.listActivity({ ...filter, after, before }, limit)
    const events = await log.readAt(items)
    res.json({ items: await entriesOf(log, events.reverse(), position), next: toCursor(query, next, position) })
  })

  /** The projection rests while nobody waits for it, and whoever looks here looks for what happened just now. */
  async function nearTheHead(): Promise<void> {
    const { position } = await log.head()
    // If it does not come, what is there is better than nothing.
    await projections.reached(position, ['activity'], 1_000).catch(() => undefined)
  }

  /** After which position and up to which it was recorded: instants rise with positions. */
  async function spanOf({ from, to }: z.output<typeof AuditQuery>): Promise<{ after: number; last: number }> {
    const after = from === undefined ? 0 : await log.positionAt(justBefore(from))
    return { after, last: to === undefined ? Infinity : await log.positionAt(to) }
  }

  return router
}

/** What is asked for, as far as whoever asks may: an admin is shown everybody's, unless one user is named. */
async function filterOf(
  parts: Parts,
  res: Response,
  { user, actor, type, batch, expense }: z.output<typeof AuditQuery>,
): Promise<ActivityFilter> {
  const userId = await ledgerAsked(parts, res, user)
  return { userId, actorId: actor, type, batch, expenseId: expense }
}
