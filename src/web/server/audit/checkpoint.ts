import { Router } from 'express'
import { NoQuery, type SignedCheckpoint } from '../../api.ts'
import { queryOf } from '../http/asked.ts'
import { Refused } from '../http/problems.ts'
import type { Parts } from '../parts.ts'

/** `GET /audit/checkpoint`: the log as it is now, signed; or the newest that is signed, where it cannot be signed as it is. */
export function checkpointRoutes({ checkpoints }: Pick<Parts, 'checkpoints'>): Router {
  const router = Router()

  router.get('/audit/checkpoint', async (req, res) => {
    queryOf(req, NoQuery)
    const outcome = await checkpoints.sign()
    const checkpoint = 'signed' in outcome ? outcome.signed : outcome.newest
    if (!checkpoint) {
      throw new Refused(503, 'nothing-signed', 'This ledger has no signed checkpoint: /readyz says why', {
        retryAfter: 60,
      })
    }
    const { position, rootHash, note, verifierKey } = checkpoint
    const body: SignedCheckpoint = { position, rootHash: rootHash.toString('base64'), note, publicKey: verifierKey }
    res.json(body)
  })

  return router
}
