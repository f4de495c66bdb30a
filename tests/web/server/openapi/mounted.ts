import type { Express, Router } from 'express'

type Layer = {
  handle: Partial<Router>
  /** What it was mounted at: `/` for everything. */
  rawPath: unknown
  route?: { path: unknown; methods: Record<string, boolean> }
}

/** The page, which answers everything else. */
const PAGE = '/.*/'

/** Every route of an app as Express has it, `GET /api/users/{id}`; the page is none. */
export function mountedRoutes({ router }: Pick<Express, 'router'>): string[] {
  return routesIn(router, '')
}

function routesIn({ stack = [] }: Partial<Router>, prefix: string): string[] {
  return (stack as unknown as Layer[]).flatMap(({ handle, rawPath, route }) => {
    if (!route) return routesIn(handle, rawPath === '/' ? prefix : prefix + String(rawPath))
    if (String(route.path) === PAGE) return []
    const path = prefix + String(route.path).replace(/:(\w+)/g, '{$1}')
    return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path}`)
  })
}
