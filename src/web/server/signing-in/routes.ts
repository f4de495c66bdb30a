import { Router } from 'express'
import type { Parts } from '../parts.ts'
import { secondFactorRoutes } from '../second-factor/routes.ts'
import { ownSessionRoutes } from './own-sessions.ts'
import { ownTokenRoutes } from './own-tokens.ts'
import { passwordRoutes } from './password.ts'
import { sessionRoutes } from './session.ts'

/** What lets people and programs in. */
export function signingInRoutes(parts: Parts): Router {
  const router = Router()
  router.use(sessionRoutes(parts), passwordRoutes(parts), ownSessionRoutes(parts), ownTokenRoutes(parts))
  router.use(secondFactorRoutes(parts))
  return router
}
