import { Router } from 'express'
import { NoQuery } from '../../api.ts'
import { queryOf } from '../http/asked.ts'
import { Refused } from '../http/problems.ts'
import { sendFile } from '../http/send-file.ts'
import type { Parts } from '../parts.ts'

/** `GET /audit/export`: the whole log for an auditor, with a checkpoint of it (docs/audit-format.md). */
export function auditExportRoutes({ auditing }: Pick<Parts, 'auditing'>): Router {
  const router = Router()

  router.get('/audit/export', async (req, res) => {
    queryOf(req, NoQuery)
    const found = await auditing.exportLog()
    if ('refused' in found) throw new Refused(409, 'not-signed', `The log cannot be signed: ${found.refused}`)
    const { position, chunks } = found
    // What cannot be read at all is answered as a problem, and not as a file that breaks off.
    const first = await chunks.next()
    await sendFile(res, { name: `audit-${position}.ndjson`, type: 'application/x-ndjson; charset=utf-8' }, all())

    async function* all(): AsyncGenerator<Buffer> {
      if (!first.done) yield first.value
      yield* chunks
    }
  })

  return router
}
