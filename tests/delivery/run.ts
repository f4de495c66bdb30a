import { compose } from './compose.ts'
import { build, image } from './image.ts'
import { startEngine } from './engine.ts'
import { giveBase, giveServers } from './images.ts'
import { startDatabase } from './ledger-database.ts'
import { nothingIsLeft } from './left-behind.ts'
import { lint } from './lint.ts'
import { openNamespace } from './namespace.ts'
import { pipeline } from './pipeline.ts'
import { proxied } from './proxied.ts'
import { startRegistry } from './registry.ts'
import { breakImage, pushServers, signIntoRegistry } from './pushing.ts'
import { endAll } from './shell.ts'
import { startSsh } from './ssh.ts'
import { firstDeployment, IMAGE, initialise } from './stack.ts'
import { swarm } from './swarm.ts'
import { count, putAway, step } from './told.ts'
import { checkOut, commitMigration, workspace } from './workspace.ts'

// `npm run test:delivery` carries the ledger from a commit to a Swarm, with engines of its own, and tells what it sees. With the names of
// parts it does those alone. Its last line is `N passed, N failed`.
const PARTS = ['lint', 'image', 'proxy', 'compose', 'swarm', 'pipeline'] as const
const wanted = process.argv.slice(2)
const does = (part: (typeof PARTS)[number]) => wanted.length === 0 || wanted.includes(part)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endAll()
    void putAway().then(() => process.exit(130))
  })
}
try {
  await story()
} catch (error) {
  console.log((error as Error).stack)
  count.failed ||= 1
}
endAll()
await putAway()
await step('nothing is left behind', nothingIsLeft).catch((error: Error) => console.log(error.message))
console.log(`${count.passed} passed, ${count.failed} failed`)
// A step that failed may still wait for what is gone.
process.exit(count.failed === 0 ? 0 : 1)

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
  if (!does('compose') && !does('swarm') && !does('pipeline')) return
  const manager = await step('a registry, a way in by SSH, and an engine for the Swarm', async () => {
    await startRegistry()
    return startEngine('swarm')
  })
  const way = await startSsh()
  await signIntoRegistry(agent, manager)
  await pushServers(agent)
  const commit = await step('images of two releases, and one that does not run, are built and pushed', async () => {
    await checkOut()
    await build(agent, `${IMAGE}:first`, workspace)
    await breakImage(agent, `${IMAGE}:first`, `${IMAGE}:broken`)
    const commit = await commitMigration()
    await build(agent, `${IMAGE}:next`, workspace)
    for (const tag of ['first', 'next', 'broken']) await agent.docker('push', '--quiet', `${IMAGE}:${tag}`)
    return commit
  })
  if (does('compose')) await compose(manager, `${IMAGE}:first`)
  if (!does('swarm') && !does('pipeline')) return
  await initialise(manager)
  await firstDeployment(manager, 'first')
  if (does('swarm')) await swarm(manager, { first: 'first', next: 'next', broken: 'broken' })
  if (does('pipeline')) await pipeline({ agent, swarm: manager, way }, commit)
}
