import { Router, type Response } from 'express'
import { ConsistencyQuery, InclusionQuery, type ConsistencyProof, type InclusionProof } from '../../api.ts'
import { may } from '../access/access.ts'
import { rightAsked } from '../access/gate.ts'
import { queryOf } from '../http/asked.ts'
import { invalid, notFound } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import { callerOf } from '../signing-in/caller.ts'

type Numbers = { readonly [field: string]: number }

/** `GET /audit/proof`: that an event is in the log, or that the log begins with what it was. */
export function proofRoutes({ log, tree }: Pick<Parts, 'log' | 'tree'>): Router {
  const router = Router()

  router.get('/audit/proof', async (req, res) => {
    if ('from' in req.query || 'to' in req.query) {
      const { from, to } = queryOf(req, ConsistencyQuery)
      await expectRising({ from, to })
      const { path } = await tree.consistency(from, to)
      const proof: ConsistencyProof = { from, to, path: path.map(base64) }
      res.json(proof)
      return
    }
    const { position, size: asked } = queryOf(req, InclusionQuery)
    const head = await expectRising(asked === undefined ? { position } : { position, size: asked })
    await expectOwn(res, position)
    const { index, size, leafHash, path } = await tree.inclusion(position, asked ?? head)
    const proof: InclusionProof = { index, size, leafHash: base64(leafHash), path: path.map(base64) }
    res.json(proof)
  })

  /** None of `fields` is more than the one after it, nor the last more than the head, which it resolves to. */
  async function expectRising(fields: Numbers): Promise<number> {
    const head = (await log.head()).position
    const limits = [...Object.entries(fields).slice(1), ['the head', head] as const]
    const errors = Object.entries(fields).flatMap(([path, number], index) => {
      const [name, limit] = limits[index] ?? ['', head]
      return number > limit ? [{ path, message: `Expected at most ${limit}, which is ${name}` }] : []
    })
    if (errors.length > 0) throw invalid(errors)
    return head
  }

  /** Of what is somebody else's there is nothing to be proved. */
  async function expectOwn(res: Response, position: number): Promise<void> {
    const [event] = await log.readAfter(position - 1, 1, { columns: ['event'], unsealed: false })
    if (!event || !(await may({ log }, rightAsked(res), callerOf(res), event.event.userId))) throw notFound()
  }

  return router
}

function base64(hash: Buffer): string {
  return hash.toString('base64')
}
