import { here, there } from './place.ts'
import { attempt, run } from './shell.ts'
import { later } from './told.ts'

export const NAME = 'ledger-swarm'
/** This machine's end of the wire. */
export const WIRE = 'ledger0'

/** The command that runs something in the namespace. Not `ip netns exec`, which hides the control groups from it. */
export const inNamespace = ['nsenter', `--net=/run/netns/${NAME}`]

/** A network of its own for the Swarm, which opens ports on every address that it has; one wire leads to it. */
export async function openNamespace(): Promise<void> {
  await attempt('ip', ['netns', 'delete', NAME])
  await attempt('ip', ['link', 'delete', WIRE])
  later(() => run('ip', ['netns', 'delete', NAME]))
  const ip = (...args: string[]) => run('ip', args)
  await ip('netns', 'add', NAME)
  await ip('link', 'add', WIRE, 'type', 'veth', 'peer', 'name', 'ledger1', 'netns', NAME)
  await ip('address', 'add', `${here}/30`, 'dev', WIRE)
  await ip('link', 'set', WIRE, 'up')
  await ip('-n', NAME, 'address', 'add', `${there}/30`, 'dev', 'ledger1')
  await ip('-n', NAME, 'link', 'set', 'ledger1', 'up')
  await ip('-n', NAME, 'link', 'set', 'lo', 'up')
}
