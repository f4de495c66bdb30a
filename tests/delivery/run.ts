import { build, image } from './image.ts'
import { startEngine } from './engine.ts'
import { giveBase, giveServers } from './images.ts'
import { startDatabase } from './ledger-database.ts'
import { lint } from './lint.ts'
import { openNamespace } from './namespace.ts'
import { checkOut, pipeline } from './pipeline.ts'
import { proxied } from './proxied.ts'
import { startRegistry } from './registry.ts'
import { breakImage, pushServers, signIntoRegistry } from './pushing.ts'
import { endAll } from './shell.ts'
import { startSsh } from './ssh.ts'
import { firstDeployment, IMAGE, initialise, swarm } from './swarm.ts'
import { putAway, step } from './told.ts'

// `npm run test:delivery` carries the ledger from a commit to a Swarm, with engines of its own, and tells what it sees. With the names of
// parts it does those alone.
const PARTS = ['lint', 'image', 'proxy', 'swarm', 'pipeline'] as const
const wanted = process.argv.slice(2)
const does = (part: (typeof PARTS)[number]) => wanted.length === 0 || wanted.includes(part)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void putAway().then(() => process.exit(130)))
try {
  await story()
} catch (error) {
  console.log((error as Error).stack)
  process.exitCode = 1
} finally {
  endAll()
  await putAway()
}
console.log(process.exitCode ? 'The delivery is not in order, see above.' : 'The delivery is in order.')
// A step that failed may have left a program behind that still waits for what is gone.
process.exit()

async function story(): Promise<void> {
  if (does('lint')) await lint()
  if (!PARTS.slice(1).some(does)) return
  const agent = await step('an engine that builds', async () => {
    await openNamespace()
    const engine = await startEngine('agent')
    await giveBase(engine)
    await giveServers(engine)
    return engine
  })
  if (does('image') || does('proxy')) {
    const database = await startDatabase(agent)
    if (does('image')) await image(agent, await database('of_the_image'))
    if (does('proxy')) await proxied(await database('behind_the_proxy'))
  }
  if (!does('swarm') && !does('pipeline')) return
  const manager = await step('a registry, a way in by SSH, and an engine for the Swarm', async () => {
    await startRegistry()
    return startEngine('swarm')
  })
  const way = await startSsh()
  await signIntoRegistry(agent, manager)
  await pushServers(agent)
  await initialise(manager)
  const commit = await checkOut()
  await step('the first image is built and pushed', async () => {
    await build(agent, `${IMAGE}:first`, { COMMIT: commit })
    await build(agent, `${IMAGE}:next`, { COMMIT: commit })
    await breakImage(agent, `${IMAGE}:first`, `${IMAGE}:broken`)
    for (const tag of ['first', 'next', 'broken']) await agent.docker('push', '--quiet', `${IMAGE}:${tag}`)
  })
  await firstDeployment(manager, 'first')
  if (does('swarm')) await swarm(manager, { next: 'next', broken: 'broken' })
  if (does('pipeline')) await pipeline({ agent, swarm: manager, way }, commit)
}
