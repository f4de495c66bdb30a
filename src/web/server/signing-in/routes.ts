import { Router } from 'express'
import type { Parts } from '../parts.ts'
import { openFailures } from './failures.ts'
import { ownSessionRoutes } from './own-sessions.ts'
import { ownTokenRoutes } from './own-tokens.ts'
import { passwordRoutes } from './password.ts'
import { sessionRoutes } from './session.ts'

/** What lets people and programs in. A wrong password counts the same wherever it is given. */
export function signingInRoutes(parts: Parts): Router {
  const failures = openFailures()
  const router = Router()
  router.use(sessionRoutes(parts, failures), passwordRoutes(parts, failures))
  router.use(ownSessionRoutes(parts), ownTokenRoutes(parts))
  return router
}
