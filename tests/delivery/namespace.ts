import { here, there } from './place.ts'
import { attempt, run } from './shell.ts'
import { later } from './told.ts'

const NAME = 'ledger-swarm'

/** The command that runs something in the namespace. Not `ip netns exec`, which hides the control groups from it. */
export const inNamespace = ['nsenter', `--net=/run/netns/${NAME}`]

/** A network of its own for the Swarm, which opens ports on every address that it has; one wire leads to it. */
export async function openNamespace(): Promise<void> {
  await attempt('ip', ['netns', 'delete', NAME])
  await attempt('ip', ['link', 'delete', 'ledger0'])
  later(() => run('ip', ['netns', 'delete', NAME]))
  const ip = (...args: string[]) => run('ip', args)
  await ip('netns', 'add', NAME)
  await ip('link', 'add', 'ledger0', 'type', 'veth', 'peer', 'name', 'ledger1', 'netns', NAME)
  await ip('address', 'add', `${here}/30`, 'dev', 'ledger0')
  await ip('link', 'set', 'ledger0', 'up')
  await ip('-n', NAME, 'address', 'add', `${there}/30`, 'dev', 'ledger1')
  await ip('-n', NAME, 'link', 'set', 'ledger1', 'up')
  await ip('-n', NAME, 'link', 'set', 'lo', 'up')
}
