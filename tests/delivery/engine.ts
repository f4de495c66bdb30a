import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './background.ts'
import { inNamespace } from './namespace.ts'
import { folder, registry } from './place.ts'
import { attempt, run, type Options } from './shell.ts'
import { until } from './told.ts'

export type Engine = {
  socket: string
  /** Settings that make `docker` talk to it. */
  env: Record<string, string>
  docker: (...args: string[]) => Promise<string>
  attempt: (args: string[], options?: Options) => ReturnType<typeof attempt>
}

/** A Docker engine of our own, on a socket alone. The one that builds uses this machine's network, the Swarm's is in the namespace. */
export async function startEngine(name: 'agent' | 'swarm'): Promise<Engine> {
  const home = join(folder, name)
  const socket = join(home, 'docker.sock')
  const options = ['-H', `unix://${socket}`, '--data-root', join(home, 'data'), '--exec-root', join(home, 'exec')]
  const more = ['-p', join(home, 'pid'), '--insecure-registry', registry]
  // Containers may not want more than this machine gives.
  const limits = ['--default-ulimit', 'nofile=20000:20000', '--default-ulimit', 'nproc=4096:4096']
  const inHost = ['--bridge=none', '--iptables=false', '--ip-forward=false', '--ip-masq=false']
  const command = ['dockerd', ...options, ...more, ...limits, ...(name === 'agent' ? inHost : [])]
  const [program = '', ...args] = name === 'agent' ? command : [...inNamespace, ...command]
  const engine = start(`dockerd-${name}`, program, args)
  const env = { DOCKER_HOST: `unix://${socket}`, DOCKER_CONFIG: join(home, 'config') }
  await until(`the engine ${name}`, async () => {
    if (!engine.running()) throw new Error(`dockerd ended: see ${join(folder, `dockerd-${name}.log`)}`)
    return existsSync(socket) && (await attempt('docker', ['version'], { env })).code === 0
  })
  return {
    socket,
    env,
    docker: (...args) => run('docker', args, { env }),
    attempt: (args, options = {}) => attempt('docker', args, { ...options, env: { ...env, ...options.env } }),
  }
}
