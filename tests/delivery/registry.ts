import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './background.ts'
import { folder, registry } from './place.ts'
import { attempt, run } from './shell.ts'
import { until } from './told.ts'

/** Who may push and pull; for this run alone. */
export const account = { user: 'jenkins', password: `push-${process.pid}-${Date.now()}` }

/** A registry that wants a password, on our end of the wire. */
export async function startRegistry(): Promise<void> {
  const users = join(folder, 'registry-users')
  const salt = '$2b$08$abcdefghijklmnopqrstuu'
  const hash = await run('perl', ['-e', 'print crypt($ENV{PASSWORD}, $ENV{SALT})'], {
    env: { PASSWORD: account.password, SALT: salt },
  })
  writeFileSync(users, `${account.user}:${hash}\n`)
  const settings = {
    version: 0.1,
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: join(folder, 'registry') }, delete: { enabled: true } },
    auth: { htpasswd: { realm: 'delivery', path: users } },
    http: { addr: registry },
  }
  const file = join(folder, 'registry.yml')
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(settings))
  start('registry', 'docker-registry', ['serve', file])
  await until('the registry', async () => {
    const { said } = await attempt('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', `http://${registry}/v2/`])
    return existsSync(file) && said === '401'
  })
}

/** The tags of the ledger that were pushed. */
export async function tags(): Promise<string[]> {
  const config = `user = "${account.user}:${account.password}"`
  const list = ['-sf', '--config', '-', `http://${registry}/v2/expense-ledger/tags/list`]
  return (JSON.parse(await run('curl', list, { input: config })) as { tags: string[] }).tags
}
