import { attempt, run } from '../delivery/shell.ts'
import { later } from '../delivery/told.ts'

const HUB = 'ledger-hub'

const nameOf = (node: number) => `ledger-node${node}`
/** Where the nodes speak to each other, and where their clients speak to them: two networks, so that one can be cut alone. */
export const amongNodes = (node: number) => `10.79.0.${10 + node}`
export const forClients = (node: number) => `10.79.${node}.2`

/** The command that runs something where node `node` is. */
export const inNetworkOf = (node: number) => ['nsenter', `--net=/run/netns/${nameOf(node)}`]

/** A namespace for each of `nodes`, with a wire to this machine, and one to a switch that joins them all. */
export async function openNetworks(nodes: readonly number[]): Promise<void> {
  const namespaces = [HUB, ...nodes.map(nameOf)]
  // Of a run that was killed.
  for (const name of namespaces) await attempt('ip', ['netns', 'delete', name])
  for (const node of nodes) await attempt('ip', ['link', 'delete', `ledgern${node}`])
  for (const name of namespaces) {
    await run('ip', ['netns', 'add', name])
    later(() => run('ip', ['netns', 'delete', name]))
    await run('ip', ['-n', name, 'link', 'set', 'lo', 'up'])
  }
  await inHub('link', 'add', 'switch', 'type', 'bridge')
  await inHub('link', 'set', 'switch', 'up')
  for (const node of nodes) await wire(node)
}

async function wire(node: number): Promise<void> {
  const [name, outside] = [nameOf(node), `ledgern${node}`]
  await inHub('link', 'add', `node${node}`, 'type', 'veth', 'peer', 'name', 'nodes', 'netns', name)
  await inHub('link', 'set', `node${node}`, 'master', 'switch', 'up')
  await run('ip', ['-n', name, 'address', 'add', `${amongNodes(node)}/24`, 'dev', 'nodes'])
  await run('ip', ['-n', name, 'link', 'set', 'nodes', 'up'])
  await run('ip', ['link', 'add', outside, 'type', 'veth', 'peer', 'name', 'clients', 'netns', name])
  await run('ip', ['address', 'add', `10.79.${node}.1/30`, 'dev', outside])
  await run('ip', ['link', 'set', outside, 'up'])
  await run('ip', ['-n', name, 'address', 'add', `${forClients(node)}/30`, 'dev', 'clients'])
  await run('ip', ['-n', name, 'link', 'set', 'clients', 'up'])
}

/** Node `node` hears nothing of the others any more, nor they of it; its clients still reach it. */
export async function cutOff(node: number): Promise<void> {
  await inHub('link', 'set', `node${node}`, 'down')
}

export async function join(node: number): Promise<void> {
  await inHub('link', 'set', `node${node}`, 'up')
}

async function inHub(...args: string[]): Promise<void> {
  await run('ip', ['-n', HUB, ...args])
}
