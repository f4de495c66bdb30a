import { MadeToken, SessionList } from '../../../../src/web/api.ts'
import { commands } from '../commands.ts'
import { offer, shown, turnOn } from '../second-factor/authenticator.ts'
import { bodyOf, PASSWORD, serveLedger, type Agent, type Person, type Served } from '../served.ts'

/** Whom and what there is to call about; `ids` by what stands before `{id}` in a path. */
export type Scene = { ledger: Served; ana: Person; ids: Record<string, string> }
/** `agent` is who may be answered well, where that is not Ana. */
export type Call = { path: string; body?: object | string; agent?: () => Promise<Agent> | Agent }

type Preparation = (scene: Scene) => Call | Promise<Call>

/** How to call a route well, where neither its path says it nor the table of commands. */
const others: Record<string, Preparation> = {
  'POST /api/session': ({ ledger, ana }) => {
    return { path: '/api/session', body: { email: ana.email, password: PASSWORD }, agent: () => ledger.nobody() }
  },
  'DELETE /api/session': ({ ledger }) => ({ path: '/api/session', agent: () => ledger.nobody() }),
  'PUT /api/users/{id}/password': async ({ ledger, ana }) => {
    return { path: `/api/users/${(await ledger.member(ana)).id}/password`, body: { password: PASSWORD } }
  },
  'DELETE /api/sessions/{id}': async ({ ledger, ana }) => {
    await ledger.signIn(ana.email)
    const { items } = SessionList.parse(bodyOf(await ana.agent.get('/api/sessions')))
    return { path: `/api/sessions/${items.find(({ current }) => !current)?.id}` }
  },
  'POST /api/tokens': () => ({ path: '/api/tokens', body: { name: 'Report' } }),
  'DELETE /api/tokens/{id}': async ({ ana }) => {
    const made = MadeToken.parse(bodyOf(await ana.agent.post('/api/tokens').send({ name: 'Report' })))
    return { path: `/api/tokens/${made.id}` }
  },
  'POST /api/second-factor': asMember('/api/second-factor'),
  'POST /api/second-factor/on': ({ ledger, ana }) => {
    const body = { code: '' }
    const agent = async () => {
      const person = await ledger.member(ana)
      body.code = shown(await offer(person))
      return person.agent
    }
    return { path: '/api/second-factor/on', body, agent }
  },
  'POST /api/second-factor/recovery-codes': asMember('/api/second-factor/recovery-codes', turnOn),
  'POST /api/second-factor/off': asMember('/api/second-factor/off', turnOn),
  'DELETE /api/users/{id}/second-factor': ({ ids }) => ({ path: `/api/users/${ids.users}/second-factor` }),
  'PUT /api/users/{id}/preferences': ({ ana }) => ({ path: `/api/users/${ana.id}/preferences`, body: {} }),
  'GET /api/audit/proof': () => ({ path: '/api/audit/proof?position=1' }),
  'GET /api/reports/changes': () => ({ path: '/api/reports/changes?since=0' }),
  // Only for a ledger in which nothing was ever recorded.
  'POST /api/demo': () => ({ path: '/api/demo', agent: async () => (await (await serveLedger()).first()).agent }),
  'POST /api/projections/{name}/rebuild': () => ({ path: '/api/projections/users/rebuild' }),
}

/** What takes one's password, asked by somebody new, who has prepared for it. */
function asMember(path: string, prepare: (who: Person) => Promise<unknown> = async () => undefined): Preparation {
  return ({ ledger, ana }) => {
    const agent = async () => {
      const person = await ledger.member(ana)
      await prepare(person)
      return person.agent
    }
    return { path, body: { current: PASSWORD }, agent }
  }
}

/** How `key` is called well, by Ana, an admin; commands have something of their own to change. */
export async function callOf(key: string, scene: Scene): Promise<Call> {
  const command = commands[key.replace(/\{(\w+)\}/g, ':$1')]
  if (command) return command(scene.ana)
  return (others[key] ?? asItStands(key))(scene)
}

/** `/api/expenses/{id}` is about an expense. */
function asItStands(key: string): Preparation {
  const path = key.slice(key.indexOf(' ') + 1)
  const [, kind = ''] = /^\/api\/(\w+)\/\{/.exec(path) ?? []
  return ({ ids }) => ({ path: path.replace(/\{\w+\}/, ids[kind] ?? '') })
}
