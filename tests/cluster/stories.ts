import { expect, seen } from '../delivery/told.ts'
import { majorityOf } from './cluster.ts'
import { cutOff, join } from './networks.ts'
import { failuresAreShared, rebuildsTakeTurns, sessionsAreShared } from './shared.ts'
import { underLoad, type Scene } from './under-load.ts'

/** Seconds for which a lost replica may stop all projecting. */
const LONGEST_GAP = 2
/** What a node says that has lost the majority. */
const NOT_PRIMARY = 1047

/** What is done to the cluster under load, in the order in which it is done. */
export const stories = {
  'whoever records an expense by one replica sees it by every other one at once': readsOwnWrites,
  'who signs in by one replica and out by another is in and out at all of them': sessionsAreShared,
  'wrong passwords are counted together, whichever replica is asked': failuresAreShared,
  'a projection is rebuilt by way of three nodes at once: one does it, the others are told so': rebuildsTakeTurns,
  'a node is killed: writes stop for ten seconds at most, and it comes back': killed,
  'a replica is killed: another one goes on projecting within two seconds': replicaKilled,
  'a node is frozen for longer than anybody waits': frozen,
  'a node is cut off from the others: it tells nothing, and nobody is shown what is old': isolated,
  'each node is restarted in turn': restarted,
  'two nodes of three are killed: 503 everywhere, until they are back': withoutMajority,
} satisfies Record<string, (scene: Scene) => Promise<void>>

async function readsOwnWrites({ cluster: { replicas }, ana, answered }: Scene): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    const [one, other] = [replicas[turn % 3]!, replicas[(turn + 1) % 3]!]
    const recorded = await ana.records(one.address)
    answered.push({ id: recorded.id, position: Number(recorded.position) })
    const status = await ana.finds(other.address, recorded)
    expect(status === 200, `that replica ${other.number} finds what replica ${one.number} has recorded, not ${status}`)
  }
}

async function killed(scene: Scene): Promise<void> {
  const [, node] = scene.cluster.nodes
  await underLoad(scene, async (load) => {
    await node!.kill()
    await majorityOf(2, scene.cluster.nodes[0]!)
    await load.answers(50)
    await node!.start()
    await load.answers(50)
  })
}

async function replicaKilled(scene: Scene): Promise<void> {
  const { replicas } = scene.cluster
  await underLoad(scene, async (load) => {
    const [one, other, third] = replicas as [(typeof replicas)[0], (typeof replicas)[0], (typeof replicas)[0]]
    await one.kill()
    const killedAt = performance.now()
    const recorded = await scene.ana.records(other.address)
    scene.answered.push({ id: recorded.id, position: Number(recorded.position) })
    const status = await scene.ana.finds(third.address, recorded)
    const gap = (performance.now() - killedAt) / 1000
    seen(`${gap.toFixed(2)} s later what was recorded after it is projected (${status})`)
    expect(status !== 503 && gap <= LONGEST_GAP, `that projecting goes on within ${LONGEST_GAP} s`)
    await one.start()
    await load.answers(20)
  })
}

async function frozen(scene: Scene): Promise<void> {
  const [first, , node] = scene.cluster.nodes
  await underLoad(scene, async (load) => {
    node!.freeze()
    try {
      await majorityOf(2, first!)
      await load.answers(50)
    } finally {
      node!.thaw()
    }
    await node!.synced()
    await load.answers(20)
  })
}

async function isolated(scene: Scene): Promise<void> {
  const { nodes, replicas } = scene.cluster
  const [first, node] = nodes
  const [elsewhere, replica] = replicas
  await underLoad(scene, async (load) => {
    await cutOff(2)
    try {
      await majorityOf(2, first!)
      await load.answers(20)
      const after = await scene.ana.records(elsewhere!.address)
      scene.answered.push({ id: after.id, position: Number(after.position) })
      const refused = await node!
        .ask('select count(*) from ledger.events')
        .catch(({ errno }: { errno: number }) => errno)
      expect(refused === NOT_PRIMARY, `that the lost node tells nothing, not ${JSON.stringify(refused)}`)
      // It waits for an answer of the lost node, or has turned to another one. What it may not do is show a list without it.
      const status = await scene.ana.finds(replica!.address, after)
      seen(`the replica that was at the lost node answers ${status}`)
      expect(status === 503 || status === 200, `503 or what is new, not ${status}`)
    } finally {
      await join(2)
    }
    await node!.synced()
    await replica!.ready()
    await load.answers(20)
  })
}

async function restarted(scene: Scene): Promise<void> {
  const { nodes } = scene.cluster
  await underLoad(scene, async (load) => {
    for (const node of nodes) {
      await node.stop()
      await load.answers(20)
      await node.start()
      await load.answers(20)
    }
  })
}

async function withoutMajority(scene: Scene): Promise<void> {
  const { nodes, replicas } = scene.cluster
  const [survivor, ...lost] = nodes
  await underLoad(
    scene,
    async (load) => {
      for (const node of lost) await node.kill()
      for (const replica of replicas) await replica.notReady()
      const before = load.acknowledged()
      for (const { address } of replicas) {
        const tried = await scene.ana.tries(address)
        expect(tried === 503, `503 without a majority, not ${tried}`)
      }
      expect(load.acknowledged() === before, 'that nothing is acknowledged without a majority')
      // One that knows that it was not the last one alive does not begin a new cluster: whoever operates it says so.
      await survivor!.ask(`set global wsrep_provider_options = 'pc.bootstrap=YES'`)
      for (const node of lost) await node.start()
      await load.answers(50)
    },
    Infinity,
  )
}
