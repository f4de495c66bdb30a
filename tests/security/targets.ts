import { examples } from '../../src/web/server/openapi/examples.ts'
import { kinds } from '../../src/web/server/openapi/route.ts'
import { nameOfSchema } from '../../src/web/server/openapi/schemas.ts'
import { routes, type DescribedRoute } from '../../src/web/server/openapi/routes.ts'

/** A request as it goes over the wire, with `*` wherever something is to be tried; all else is in order, so that it gets far. */
export type Target = { key: string; path: string; request: string; places: number }

/** What would end the scan, takes minutes, or never ends. */
const LEFT_OUT = ['follow', 'signOut', 'verifyLog', 'rebuildProjection']

/** Every route that takes anything, for whoever shows `token`; `ids` stand in paths, by what comes before them. */
export function targetsOf(address: string, token: string, ids: Record<string, string>): Target[] {
  const asked = routes.filter(({ key, name, only }) => key.includes(' /api/') && !only && !LEFT_OUT.includes(name))
  return asked.map((route) => {
    const path = pathOf(route, ids)
    const request = requestFor(route, path, address, token)
    return { key: route.key, path, request, places: request.split('*').length - 1 }
  })
}

function requestFor(route: DescribedRoute, path: string, address: string, token: string): string {
  const body = bodyOf(route)
  const takes: readonly string[] = kinds[route.kind].takes
  const headers = [
    `Host: ${new URL(address).host}`,
    `Authorization: Bearer ${token}`,
    ...(takes.includes('Idempotency-Key') ? ['Idempotency-Key: a-key*'] : []),
    ...(body === undefined ? [] : [`Content-Type: ${route.file?.type ?? 'application/json'}`]),
  ]
  return [`${route.key.split(' ')[0]} ${path} HTTP/1.1`, ...headers, '', body ?? ''].join('\r\n')
}

function pathOf({ key, query }: DescribedRoute, ids: Record<string, string>): string {
  const path = key.slice(key.indexOf(' ') + 1)
  const [, things = ''] = /^\/api\/(\w+)\/\{/.exec(path) ?? []
  const values: Record<string, string> = { ...inOrder, ...(path === '/api/audit' && instants), user: ids.users ?? '' }
  const [first] = [query ?? []].flat()
  const pairs = Object.keys(first?.shape ?? {}).flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [`${name}=${value}*`]
  })
  return path.replace(/\{\w+\}/g, `${ids[things] ?? 'expenses'}*`) + (pairs.length === 0 ? '' : `?${pairs.join('&')}`)
}

/** What each parameter takes; one that is not here is left out. */
const inOrder: Record<string, string> = {
  ...{ from: '2020-01-01', to: '2030-12-31', q: 'a', category: 'Groceries', min: '1', max: '99', currency: 'EUR' },
  ...{ deleted: 'all', sort: '-date', totals: 'true', asOf: '9', limit: '50', position: '3', size: '9' },
  ...{ since: '1', until: '9', group: 'month', skip: 'true', preview: 'true' },
}
const instants = { from: '2020-01-01T00:00:00Z', to: '2030-12-31T00:00:00Z', type: 'ExpenseRecorded' }

/** The example, with a mark in every text of it. */
function bodyOf({ body, file }: DescribedRoute): string | undefined {
  if (file) return file.example.replace(/(?<=,)(\w[^,\n]*)(?=,)/, '$1*')
  if (!body) return undefined
  return JSON.stringify(examples[nameOfSchema(body)], (_name, value: unknown) =>
    typeof value === 'string' ? `${value}*` : value,
  )
}
