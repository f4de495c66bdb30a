import { join } from 'node:path'
import type { Engine } from './engine.ts'
import { DATABASE, PROXY } from './images.ts'
import { ana } from './people.ts'
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

export function deploy(swarm: Engine, tag: string) {
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
  await step('through the proxy it is well', async () => {
    seen(await run(join(ROOT, 'deploy/smoke-test.sh'), [ADDRESS]))
  })
}

/** The tag that the ledger's replicas have, or should have. */
export async function deployed(swarm: Engine): Promise<string> {
  const format = '{{.Spec.TaskTemplate.ContainerSpec.Image}}'
  const image = await swarm.docker('service', 'inspect', 'ledger_ledger', '--format', format)
  return image.replace(`${IMAGE}:`, '').replace(/@.*/, '')
}

/** All that the containers of a service have said. `docker service logs` waits for those that were planned and never made, too. */
export async function logsOf(swarm: Engine, service: string): Promise<string> {
  const containers = await containersOf(swarm, service, '--all')
  const logs = await Promise.all(containers.map((container) => swarm.attempt(['logs', container])))
  return logs.map(({ said, complained }) => `${said}${complained}`).join('')
}

/** The containers of a service that run, or those that were asked for. */
export async function containersOf(
  swarm: Engine,
  service: string,
  which = '--filter=status=running',
): Promise<string[]> {
  const ofService = ['--filter', `label=com.docker.swarm.service.name=ledger_${service}`]
  return (await swarm.docker('ps', '--quiet', ...ofService, which)).split('\n').filter(Boolean)
}

export async function containerOf(swarm: Engine, service: string): Promise<string> {
  return until(`a ${service}`, async () => (await containersOf(swarm, service))[0])
}
