import type { Request, Response } from 'express'
import type { Found, Ledger, ProjectionName } from '../../../projections/projections.ts'
import { resolveAsOf } from './as-of.ts'
import { positionOf } from './asked.ts'
import type { Parts } from '../parts.ts'

/** Milliseconds that a read waits for the projections it uses. */
const LONGEST_WAIT = 5_000

/** A read that names a position is answered only once `names` have reached it (503 after five seconds). */
export async function awaitPosition(
  req: Request,
  { projections }: Parts,
  names: readonly ProjectionName[],
): Promise<void> {
  const position = positionOf(req)
  if (position !== undefined) await projections.reached(position, names, LONGEST_WAIT)
}

/** The same for a command that looks something up: it sees all that there is by now, too. */
export async function awaitNewest(req: Request, parts: Parts, names: readonly ProjectionName[]): Promise<void> {
  const { position: head } = await parts.log.head()
  await awaitReached(parts, Math.max(head, positionOf(req) ?? 0), names)
}

/** Resolves once `names` have reached `position` (503 after five seconds). */
export async function awaitReached(
  { projections }: Parts,
  position: number,
  names: readonly ProjectionName[],
): Promise<void> {
  await projections.reached(position, names, LONGEST_WAIT)
}

/**
 * What is to be read: `names` are the projections that tell of the ledger as it is now; `asOf` asks how it once was, and `at` is
 * the position that this stood for on an earlier page.
 */
export type Wanted = { names: readonly ProjectionName[]; asOf: string | undefined; at?: number | undefined }

/** What `read` finds in the ledger, all as of one position, which the answer's `Ledger-Position` says. */
export async function readLedger<T>(
  parts: Parts,
  req: Request,
  res: Response,
  { names, asOf, at }: Wanted,
  read: (ledger: Ledger) => Promise<T>,
): Promise<Found<T>> {
  if (asOf === undefined) {
    await awaitPosition(req, parts, names)
    const now = await parts.projections.now(names, read)
    tellPosition(res, now.position)
    return now
  }
  const position = await positionAsked(parts, req, { asOf, at })
  tellPosition(res, position)
  return { position, found: await read(parts.projections.asOf(position)) }
}

/** The ledger, to be read bit by bit: as it is now, from `Ledger-Position` on, it may change meanwhile. */
export async function openLedger(
  parts: Parts,
  req: Request,
  res: Response,
  { names, asOf, at }: Wanted,
): Promise<Ledger> {
  const { projections } = parts
  if (asOf === undefined) {
    await awaitPosition(req, parts, names)
    tellPosition(res, projections.slowest(names))
    return projections
  }
  const position = await positionAsked(parts, req, { asOf, at })
  tellPosition(res, position)
  return projections.asOf(position)
}

/**
 * Up to which position events are to be read, which the answer's `Ledger-Position` says: as far as the projections are that find
 * them, or as `asOf` wants it.
 */
export async function readUpTo(
  parts: Parts,
  req: Request,
  res: Response,
  { names, asOf, at }: Wanted,
): Promise<number> {
  if (asOf === undefined) await awaitPosition(req, parts, names)
  const position = asOf === undefined ? parts.projections.slowest(names) : await positionAsked(parts, req, { asOf, at })
  if (asOf !== undefined) await awaitReached(parts, position, names)
  tellPosition(res, position)
  return position
}

async function positionAsked({ log }: Parts, req: Request, { asOf, at }: { asOf: string; at: number | undefined }) {
  // The log itself has every position that a command was ever answered: there is nothing to wait for.
  positionOf(req)
  return at === undefined ? resolveAsOf(log, asOf) : resolveAsOf(log, String(at), 'cursor')
}

/** The answer stands for `position`. */
export function tellPosition(res: Response, position: number): void {
  res.set('Ledger-Position', String(position))
}
