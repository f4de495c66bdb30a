import { until } from '../delivery/told.ts'
import { makeNode, type Node } from './node.ts'
import { openNetworks } from './networks.ts'
import { makeReplica, type Replica } from './replicas.ts'

const NUMBERS = [1, 2, 3]

export type Cluster = { nodes: readonly Node[]; replicas: readonly Replica[] }

/** Three nodes in networks of their own, and a replica of the ledger for each, which turns to another one if its own is gone. */
export async function startCluster(): Promise<Cluster> {
  await openNetworks(NUMBERS)
  const nodes: Node[] = []
  for (const number of NUMBERS) nodes.push(await makeNode(number, NUMBERS))
  await nodes[0]?.bootstrap()
  for (const node of nodes.slice(1)) await node.start()
  await nodes[0]?.ask('create database ledger character set utf8mb4 collate utf8mb4_bin')
  const turned = (first: number) => [...nodes.slice(first), ...nodes.slice(0, first)]
  const replicas = nodes.map((node, index) => makeReplica(node.number, turned(index)))
  // All at once: whoever comes first migrates.
  await Promise.all(replicas.map((replica) => replica.start()))
  return { nodes, replicas }
}

/** Resolves once everybody is there again, to whom all others are there. */
export async function whole({ nodes, replicas }: Cluster): Promise<void> {
  await together(nodes)
  for (const replica of replicas) await replica.ready()
}

/** One that comes back may not know yet that it was given up: what the others say counts as well. */
export async function together(nodes: readonly Node[]): Promise<void> {
  for (const node of nodes) await node.synced()
  for (const node of nodes) await majorityOf(nodes.length, node)
}

/** Resolves once `count` of them are a majority that has noticed that the rest is gone. */
export async function majorityOf(count: number, node: Node): Promise<void> {
  const look = async () => {
    const [row] = await node.ask(`show status like 'wsrep_cluster_size'`).catch(() => [])
    return Number(row?.Value) === count && (await node.state()) === 'Synced'
  }
  await until(`a majority of ${count}`, look)
}
