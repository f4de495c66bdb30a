import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Engine } from './engine.ts'
import { ask, listed, startLoad } from './load.ts'
import { signIn } from './people.ts'
import { ADDRESS, containerOf, containersOf, deploy, deployed, logsOf } from './stack.ts'
import { attempt } from './shell.ts'
import { expect, seen, step, until } from './told.ts'

/** `next` changes the tables of `first`; `broken` ends as soon as it is started. */
type Tags = { first: string; next: string; broken: string }

/** Updates, roll-backs and deaths, each under load; in the end the ledger is asked whether anything is lost. */
export async function swarm(engine: Engine, { first, next, broken }: Tags): Promise<void> {
  const cookie = await signIn(ADDRESS)
  const recorded = new Set<string>()
  let position = 0
  const under = async (work: () => Promise<void>) => {
    const load = startLoad(ADDRESS, cookie)
    await until('a load', async () => load.answers() > 50)
    await work()
    const before = load.answers()
    await until('answers afterwards', async () => load.answers() > before + 50)
    const done = await load.stop()
    for (const id of done.recorded) recorded.add(id)
    position = Math.max(position, done.position)
    return done
  }
  /** Nobody may notice what is done. */
  const unnoticed = async (work: () => Promise<void>) => {
    const { answers, failures } = await under(work)
    seen(`${answers} answers, ${failures.length} failures ${failures.slice(0, 3).join('; ')}`)
    expect(failures.length === 0, 'no failure')
  }

  await step('a rolling update under load, to a release that changes tables, fails no request', async () => {
    await unnoticed(async () => {
      const { code, said, complained } = await deploy(engine, next)
      expect(code === 0, `that it is updated: ${complained}${said}`)
      seen(said.trim().split('\n').at(-1) ?? '')
    })
  })
  await step('before they were changed the ledger was saved, whole, in the volume for that', () => saved(engine))

  await step('an image that does not run is rolled back, and nobody notices', async () => {
    await unnoticed(() => rolledBack(engine, broken, next))
  })

  for (const service of ['ledger', 'database']) {
    await step(`a ${service} that is killed comes back`, async () => {
      const { answers, failures } = await under(async () => {
        const victim = await containerOf(engine, service)
        await engine.docker('kill', '--signal', 'KILL', victim)
        await until(`another ${service}`, async () => {
          const now = await containersOf(engine, service)
          return !now.includes(victim) && now.length === (service === 'ledger' ? 2 : 1)
        })
        await ready()
      })
      seen(`${answers} answers, ${failures.length} failed meanwhile`)
    })
  }

  await step('while there is no database the proxy lets the ledger itself say so', () =>
    withoutDatabase(engine, cookie),
  )

  await step('an older release refuses the newer tables, says so, is rolled back, and nobody notices', async () => {
    await unnoticed(() => rolledBack(engine, first, next))
    const said = /.*made by a newer Expense Ledger.*/.exec(await logsOf(engine, 'ledger'))
    seen(said?.[0] ?? '')
    expect(said !== null, 'that it says why')
  })

  await step('nothing that was acknowledged is lost', async () => {
    const ids = await listed(ADDRESS, cookie, position)
    const lost = [...recorded].filter((id) => !ids.has(id))
    seen(`${recorded.size} expenses acknowledged, ${ids.size} in the list, ${lost.length} lost`)
    // The history is read from the log itself.
    for (const id of lost) {
      const { status } = await ask(new Agent(), `${ADDRESS}/api/expenses/${id}/history`, 'GET', { cookie })
      seen(`the history of ${id} answers ${status}`)
    }
    expect(lost.length === 0, 'none lost')
    const container = await containerOf(engine, 'ledger')
    for (const verb of ['check', 'verify']) {
      const { code, said } = await engine.attempt(['exec', container, 'node', 'src/main.ts', verb, '--json'])
      seen(`${verb}: ${said.trim().slice(0, 120)}`)
      expect(code === 0, `that ${verb} is content`)
    }
  })
}

async function ready(): Promise<void> {
  await until('ready', async () => (await attempt('curl', ['-sf', `${ADDRESS}/readyz`])).code === 0)
}

async function saved(engine: Engine): Promise<void> {
  const [line = '', events, path = ''] = /Backed up (\d+) events.*: (\S+)/.exec(await logsOf(engine, 'migrate')) ?? []
  seen(line)
  const volume = await engine.docker('volume', 'inspect', '--format', '{{.Mountpoint}}', 'ledger_backups')
  const lines = gunzipSync(readFileSync(join(volume, 'backups', basename(path))))
  const end = lines.toString().trim().split('\n').at(-1) ?? ''
  seen(end)
  expect(end.startsWith(`{"end":{"events":${events},`), `a backup of ${events} events`)
}

/** Deploys what cannot serve. */
async function rolledBack(engine: Engine, tag: string, before: string): Promise<void> {
  const { code, complained } = await deploy(engine, tag)
  seen(complained.split('\n').find((line) => line.includes('does not run')) ?? '')
  expect(code === 1, `that the deployment fails, not ${code}`)
  const now = await deployed(engine)
  expect(now === before, `the image from before, ${before}, not ${now}`)
}

async function withoutDatabase(engine: Engine, cookie: string): Promise<void> {
  const nobodyIsReady = async () => (await logsOf(engine, 'proxy')).split("'ready' has no server available").length
  const before = await nobodyIsReady()
  await engine.docker('service', 'scale', '--detach', 'ledger_database=0')
  await until('nobody who is ready', async () => (await nobodyIsReady()) > before)
  const { status, headers, body } = await ask(new Agent(), `${ADDRESS}/api/session`, 'GET', { cookie })
  seen(`${status} ${body}`)
  expect(
    status === 503 && String(headers['content-type']).startsWith('application/problem+json'),
    'a refusal of the ledger’s own',
  )
  expect(Number(headers['retry-after']) > 0, 'Retry-After')
  await engine.docker('service', 'scale', '--detach', 'ledger_database=1')
  await ready()
}
