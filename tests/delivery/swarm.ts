import { statSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import type { Engine } from './engine.ts'
import { DATABASE, PROXY } from './images.ts'
import { ask, listed, startLoad } from './load.ts'
import { ana, signIn } from './people.ts'
import { registry, ROOT, there } from './place.ts'
import { attempt, run } from './shell.ts'
import { expect, seen, step, until } from './told.ts'

export const ADDRESS = `http://${there}:8080`
export const IMAGE = `${registry}/expense-ledger`

/** What deploy/deploy.sh is told here. */
export const deployment = (tag: string) => ({
  ...{ IMAGE, TAG: tag, DATABASE_IMAGE: DATABASE, PROXY_IMAGE: PROXY, MORE_FILES: 'tests/delivery/stack.yaml' },
  ...{ PATIENCE_SECONDS: '240' },
})

export async function initialise(swarm: Engine): Promise<void> {
  await step('a Swarm of one node has its secrets', async () => {
    await swarm.docker('swarm', 'init', '--advertise-addr', '127.0.0.1', '--listen-addr', '127.0.0.1:2377')
    const node = await swarm.docker('node', 'ls', '--quiet')
    await swarm.docker('node', 'update', '--label-add', 'ledger.database=true', node)
    const made = await run(join(ROOT, 'deploy/make-secrets.sh'), [], { env: swarm.env })
    seen(made.replace(/[0-9a-f]{64}/, '…'))
  })
}

const deploy = (swarm: Engine, tag: string) => {
  return attempt(join(ROOT, 'deploy/deploy.sh'), [], { env: { ...swarm.env, ...deployment(tag) } })
}

/** Ana is there before the ledger is: it does not listen to a network while anybody could become its admin. */
export async function firstDeployment(swarm: Engine, tag: string): Promise<void> {
  await step('the stack is deployed; it waits for its first admin, and then for nobody', async () => {
    const deploying = deploy(swarm, tag)
    await until('the stack', async () => {
      return (await swarm.attempt(['service', 'inspect', 'ledger_ledger'])).code === 0
    })
    const { name, email, password } = ana
    seen(await run(join(ROOT, 'deploy/first-admin.sh'), [name, email], { env: swarm.env, input: `${password}\n` }))
    const { code, said, complained } = await deploying
    seen(said.trim().split('\n').at(-1) ?? '')
    expect(code === 0, `that the stack is deployed: ${complained}${said}`)
  })
  await step('who migrates has a place for the backup before it', async () => {
    const volume = ['volume', 'inspect', '--format', '{{.Mountpoint}}', 'ledger_backups']
    expect(statSync(await swarm.docker(...volume)).uid === 1000, 'a volume that the user node may write to')
  })
  await step('through the proxy it is well', async () => {
    seen(await run(join(ROOT, 'deploy/smoke-test.sh'), [ADDRESS]))
  })
}

/** Updates, roll-back and deaths, each under load; in the end the ledger is asked whether anything is lost. */
export async function swarm(engine: Engine, tags: { next: string; broken: string }): Promise<void> {
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

  await step('a rolling update under load fails no request', async () => {
    const { answers, failures } = await under(async () => {
      const { code, said, complained } = await deploy(engine, tags.next)
      expect(code === 0, `that it is updated: ${complained}${said}`)
      seen(said.trim().split('\n').at(-1) ?? '')
    })
    seen(`${answers} answers, ${failures.length} failures ${failures.slice(0, 3).join('; ')}`)
    expect(failures.length === 0, 'no failure')
  })

  await step('an image that does not run is rolled back, and nobody notices', async () => {
    const { answers, failures } = await under(async () => {
      const { code, complained } = await deploy(engine, tags.broken)
      seen(complained.split('\n').find((line) => line.includes('does not run')) ?? '')
      expect(code === 1, `that the deployment fails, not ${code}`)
    })
    const image = await engine.docker(
      ...['service', 'inspect', 'ledger_ledger'],
      '--format',
      '{{.Spec.TaskTemplate.ContainerSpec.Image}}',
    )
    seen(
      `${answers} answers, ${failures.length} failures ${failures.slice(0, 3).join('; ')}; the image is ${image.split('@')[0]}`,
    )
    expect(failures.length === 0 && image.includes(tags.next), 'the image from before, and no failure')
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
        await until('ready again', async () => (await attempt('curl', ['-sf', `${ADDRESS}/readyz`])).code === 0)
      })
      seen(`${answers} answers, ${failures.length} failed meanwhile`)
    })
  }

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

async function containersOf(engine: Engine, service: string): Promise<string[]> {
  const filter = ['--filter', `label=com.docker.swarm.service.name=ledger_${service}`, '--filter', 'status=running']
  return (await engine.docker('ps', '--quiet', ...filter)).split('\n').filter(Boolean)
}

async function containerOf(engine: Engine, service: string): Promise<string> {
  return until(`a ${service}`, async () => (await containersOf(engine, service))[0])
}
