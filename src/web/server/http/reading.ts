import type { Request } from 'express'
import { positionOf } from './asked.ts'
import type { Parts } from '../parts.ts'

type Name = 'users' | 'categories' | 'expenses' | 'user_totals'

/** Milliseconds that a read waits for the projections it uses. */
const LONGEST_WAIT = 5_000

/** A read that names a position is answered only once `names` have reached it (503 after five seconds). */
export async function awaitPosition(req: Request, { projections }: Parts, names: readonly Name[]): Promise<void> {
  const position = positionOf(req)
  if (position !== undefined) await projections.reached(position, names, LONGEST_WAIT)
}
