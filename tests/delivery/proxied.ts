import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './background.ts'
import { startLoad } from './load.ts'
import { ana, signIn } from './people.ts'
import { folder, ROOT } from './place.ts'
import { attempt, run } from './shell.ts'
import { expect, seen, step, until } from './told.ts'

const PORTS = ['3201', '3202']
const DOOR = '3200'
const node = join(ROOT, 'node_modules/node/bin/node')
const main = join(ROOT, 'src/main.ts')

/** Two processes on one database behind HAProxy: each is restarted in turn, under load. */
export async function proxied(database: string): Promise<void> {
  const settings = { DATABASE_URL: database, DATA_DIR: join(folder, 'data'), DRAIN_SECONDS: '5', TRUST_PROXY: '1' }
  const serve = (port: string) => start(`ledger-${port}`, node, [main, 'serve'], { ...settings, PORT: port })
  const ready = (port: string) => {
    return until(
      `port ${port}`,
      async () => (await attempt('curl', ['-sf', `http://127.0.0.1:${port}/readyz`])).code === 0,
    )
  }
  await step('two processes and a proxy before them', async () => {
    const { name, email, password } = ana
    await run(node, [main, 'user', 'add', '--name', name, '--email', email], { env: settings, input: `${password}\n` })
    const config = join(folder, 'haproxy.cfg')
    writeFileSync(config, localConfig())
    seen(await run('haproxy', ['-c', '-f', config]))
    start('haproxy', 'haproxy', ['-db', '-f', config])
  })
  let processes = await Promise.all(PORTS.map(async (port) => ({ port, process: serve(port) })))
  await Promise.all(PORTS.map(ready))
  const address = `http://127.0.0.1:${DOOR}`
  await ready(DOOR)
  await step('each is restarted under load, and no request fails', async () => {
    const load = startLoad(address, await signIn(address))
    await until('a load', async () => load.answers() > 100)
    for (const { port, process } of processes) {
      process.kill('SIGTERM')
      const [code] = (await process.ended) as [number | null]
      expect(code === 0, `that it ends well, not with ${code}`)
      const again = serve(port)
      processes = processes.map((one) => (one.port === port ? { port, process: again } : one))
      await ready(port)
      const before = load.answers()
      await until('answers', async () => load.answers() > before + 100)
    }
    const { answers, failures } = await load.stop()
    seen(`${answers} answers, ${failures.length} failures ${failures.slice(0, 3).join('; ')}`)
    expect(failures.length === 0, 'no failure')
  })
}

/** deploy/haproxy.cfg with two fixed servers in place of those that a Swarm's names lead to. */
function localConfig(): string {
  const servers = PORTS.map((port) => `  server on-${port} 127.0.0.1:${port}`).join('\n')
  return readFileSync(join(ROOT, 'deploy/haproxy.cfg'), 'utf8')
    .replace(/^ {2}server-template .*$/gm, servers)
    .replace(/^resolvers swarm\n( .*\n)*/m, '')
    .replace('bind :8080', `bind 127.0.0.1:${DOOR}`)
}
