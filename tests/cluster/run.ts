import { parseArgs } from 'node:util'
import { count, putAway, step } from '../delivery/told.ts'
import { register } from './callers.ts'
import { startCluster, whole } from './cluster.ts'
import { agree } from './end.ts'
import { historyHolds } from './history.ts'
import { stories } from './stories.ts'
import type { Scene } from './under-load.ts'

// `npm run test:cluster` starts a Galera cluster of three nodes with three replicas of the ledger, ill-treats them, and tells what it
// sees. Words after it choose stories by what is in their titles.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } })
const { seed = `${Date.now()}` } = values
const isWanted = (title: string) => positionals.length === 0 || positionals.some((word) => title.includes(word))

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void putAway().then(() => process.exit(130)))
try {
  const scene = await step('three nodes and three replicas', setScene)
  for (const [title, story] of Object.entries(stories)) {
    if (!isWanted(title)) continue
    await tell(title, async () => {
      await whole(scene.cluster)
      await story(scene)
    })
  }
  const random = 'history: workers at every node, harmed at random, contradict no guarantee'
  if (isWanted(random)) await tell(random, () => historyHolds(scene.cluster.nodes, seed))
  await tell('every node has the same whole log, and projections that agree with it', () => agree(scene))
} catch (error) {
  console.log((error as Error).stack)
} finally {
  await putAway()
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1)

async function setScene(): Promise<Scene> {
  const cluster = await startCluster()
  return { cluster, ana: await register(cluster.replicas[0]?.address ?? ''), answered: [] }
}

async function tell(title: string, story: () => Promise<void>): Promise<void> {
  try {
    await step(title, story)
  } catch (error) {
    console.log((error as Error).stack)
  }
}
