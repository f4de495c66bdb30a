import type { Request, RequestHandler, Response } from 'express'
import { rights, type Right } from '../../../commands/rights.ts'
import { isCalledByOwnName } from '../http/guard.ts'
import { notFound, Refused } from '../http/problems.ts'
import { routes, type DescribedRoute } from '../openapi/routes.ts'
import type { Parts } from '../parts.ts'
import { callerOf, needAdmin, notSignedIn, sessionOf } from '../signing-in/caller.ts'

/** `pattern` is the path as figures and the log name it. */
type Row = { steps: readonly string[]; pattern: string; route: DescribedRoute }

const API = '/api/'
/** The rows of the table, by what tells nearly all of them apart. Paths without parameters come first. */
const rows = new Map<string, Row[]>()
for (const route of routes.toSorted((one, other) => Number(one.key.includes('{')) - Number(other.key.includes('{')))) {
  const [method = '', path = ''] = route.key.split(' ')
  if (!path.startsWith(API)) continue
  const steps = path.slice(API.length).split('/')
  const bundle = bundleOf(method, steps)
  rows.set(bundle, [...(rows.get(bundle) ?? []), { steps, pattern: path.replace(/\{(\w+)\}/g, ':$1'), route }])
}

/**
 * Lets nobody further than the table of routes does (`who` of each). What has no row there is not there, whatever is mounted. Where a right
 * in a ledger is needed, the route asks for it (`rightAsked`) once it knows whose ledger it is about.
 */
export function gate({ isFirstRun, publicUrl }: Pick<Parts, 'isFirstRun' | 'publicUrl'>): RequestHandler {
  return async (req, res, next) => {
    const row = rowAsked(req.method, req.path)
    if (!row) throw notFound()
    res.locals.row = row
    if (res.locals.caller) admit(row.route, res)
    else await admitNobody(row.route, req)
    next()
  }

  async function admitNobody({ who }: DescribedRoute, req: Request): Promise<void> {
    if (who === 'anybody') return
    const firstRun = await isFirstRun()
    if (!firstRun || who !== 'admins or the first') throw notSignedIn(firstRun)
    if (!isCalledByOwnName(req, publicUrl)) throw strangeName()
  }
}

function strangeName(): Refused {
  const ways = 'come by an IP address or localhost, or set PUBLIC_URL to where browsers find the ledger'
  return new Refused(403, 'strange-name', `The first user is not registered under just any name: ${ways}`)
}

/** The right that the route which was asked for takes in the ledger that it is about. */
export function rightAsked(res: Response): Right {
  const { key, who } = (res.locals.row as Row).route
  const right = rights.find((one) => who === `may ${one}`)
  if (right) return right
  throw new Error(`${key} is for ${who}: it is about no one ledger`)
}

function admit({ who, only }: DescribedRoute, res: Response): void {
  if (only === 'a browser') sessionOf(res)
  if (who.startsWith('admins')) needAdmin(callerOf(res))
}

/** The route that was asked for, `/api/expenses/:id`, whether or not it was let in; `undefined` for what the table does not have. */
export function patternAsked(res: Response): string | undefined {
  return (res.locals.row as Row | undefined)?.pattern
}

/** `path` is below `/api`. */
function rowAsked(method: string, path: string): Row | undefined {
  const steps = path.slice(1).split('/')
  const bundle = rows.get(bundleOf(method === 'HEAD' ? 'GET' : method, steps))
  return bundle?.find((row) => row.steps.every((step, index) => step === steps[index] || isFilled(step, steps[index])))
}

function isFilled(step: string, given: string | undefined): boolean {
  return step.startsWith('{') && given !== ''
}

function bundleOf(method: string, steps: readonly string[]): string {
  return `${method} ${steps[0]} ${steps.length}`
}
