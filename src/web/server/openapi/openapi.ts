import { join } from 'node:path'
import { Router, static as files } from 'express'
import { NoQuery } from '../../api.ts'
import { queryOf } from '../http/asked.ts'

/** `GET /openapi.json` and `GET /docs`: what this interface is, for programs and for people. There is nothing secret in it. */
export function openApiRoutes(): Router {
  let made: ReturnType<typeof make> | undefined
  const router = Router()

  router.get('/openapi.json', async (req, res) => {
    queryOf(req, NoQuery)
    res.json((await (made ??= make())).description)
  })

  router.get('/docs', async (req, res) => {
    queryOf(req, NoQuery)
    res.type('html').send((await (made ??= make())).page)
  })

  // What the page looks like.
  router.use('/docs', files(join(import.meta.dirname, 'docs/look'), lookOptions))
  return router
}

// Nothing here leads anywhere else.
const lookOptions = { index: false, redirect: false, etag: false, cacheControl: false }

/** Takes a quarter of a second, which no start has to wait for. */
async function make() {
  const [{ describe }, { docsPage }] = await Promise.all([import('./document.ts'), import('./docs/docs.ts')])
  const description = describe()
  return { description, page: docsPage(description) }
}
