import { Router } from 'express'
import { static as files } from 'express'
import { join } from 'node:path'
import { existsSync } from 'node:fs'

/** The built page: files whose names carry a hash never change, everything else is asked for again each time. */
export function pageRoutes(folder: string): Router {
  const router = Router()
  const index = join(folder, 'index.html')
  const add = join(folder, 'add.html')
  router.use(
    '/assets',
    files(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, etag: false, redirect: false }),
  )
  router.use(
    files(folder, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  router.get(/.*/, (req, res) => {
    const page = req.path === '/add' ? add : index
    res.set('Cache-Control', 'no-cache')
    if (existsSync(page)) res.sendFile(page, { cacheControl: false })
    else res.status(503).type('text').send('The page has not been built: npm start builds it.\n')
  })
  return router
}
