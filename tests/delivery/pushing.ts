import { join } from 'node:path'
import type { Engine } from './engine.ts'
import { DATABASE, PROXY } from './images.ts'
import { folder, registry } from './place.ts'
import { account } from './registry.ts'
import { run } from './shell.ts'
import { mkdirSync, writeFileSync } from 'node:fs'

/** Both engines may push and pull from here on. */
export async function signIntoRegistry(...engines: Engine[]): Promise<void> {
  for (const { env } of engines) {
    const login = ['login', '--username', account.user, '--password-stdin', registry]
    await run('docker', login, { env, input: account.password })
  }
}

export async function pushServers(engine: Engine): Promise<void> {
  for (const image of [DATABASE, PROXY]) await engine.docker('push', '--quiet', image)
}

/** An image that ends as soon as it is started. */
export async function breakImage(engine: Engine, from: string, to: string): Promise<void> {
  const context = join(folder, 'broken')
  mkdirSync(context)
  writeFileSync(join(context, 'Dockerfile'), `FROM ${from}\nCMD ["node", "--eval", "process.exit(3)"]\n`)
  await run('docker', ['build', '--quiet', '--tag', to, context], { env: engine.env })
}
