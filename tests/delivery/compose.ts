import type { Engine } from './engine.ts'
import { DATABASE } from './images.ts'
import { inNamespace } from './namespace.ts'
import { ana } from './people.ts'
import { ROOT, there } from './place.ts'
import { attempt, run, type Outcome } from './shell.ts'
import { expect, later, seen, step, until } from './told.ts'

/** Where the files say that it is; in the namespace, where the engine is. */
const ADDRESS = 'http://localhost:3000'

/**
 * The files as somebody has them who says `docker-compose up`, with two things otherwise: the image is there under the name that they
 * give it (Compose hands a build neither certificates nor another base), and MariaDB is in MySQL's place.
 */
export async function compose(engine: Engine, image: string): Promise<void> {
  const env = { ...engine.env, DATABASE_IMAGE: DATABASE, COMPOSE_PROJECT_NAME: 'ledger-alone' }
  const composed = (...args: string[]) => attempt('docker-compose', args, { env, cwd: ROOT })
  const up = async () => {
    const { code, complained } = await composed('up', '--detach', '--no-build')
    expect(code === 0, `that it is up: ${complained}`)
    await until('the ledger', async () => (await asked('/readyz')).code === 0)
    await until('their health', async () => {
      const label = 'label=com.docker.compose.project=ledger-alone'
      const well = await engine.docker('ps', '--quiet', '--filter', 'health=healthy', '--filter', label)
      return well.split('\n').filter(Boolean).length === 2
    })
  }
  const inLedger = (...command: string[]) => composed('exec', '-T', 'ledger', ...command)
  later(() => composed('down', '--volumes'))
  await engine.docker('pull', '--quiet', image)
  await engine.docker('tag', image, 'expense-ledger:latest')

  await step('docker-compose up: a ledger and its database are there, well, and for this machine alone', async () => {
    await up()
    seen((await asked('/healthz')).said)
    const outside = await attempt('curl', ['-s', '--max-time', '5', `http://${there}:3000/healthz`])
    expect(outside.code !== 0, 'that nobody else gets in')
  })
  await step(
    'the first who comes becomes admin; the ledger knows its own account alone, and checks and verifies',
    async () => {
      seen((await asked('/api/users', ana)).said)
      expect((await inLedger('cat', '/run/secrets/database-url')).code === 0, 'its own account')
      const root = await inLedger('cat', '/run/admin-secrets/database-url')
      expect(root.code !== 0 && root.said === '', 'that it does not know the database’s root')
      for (const verb of ['check', 'verify']) {
        const { code, said } = await inLedger('node', 'src/main.ts', verb, '--json')
        seen(`${verb}: ${said.trim()}`)
        expect(code === 0, `that ${verb} is content`)
      }
    },
  )
  await step('docker-compose down and up: all is there as before', async () => {
    expect((await composed('down')).code === 0, 'that it is down')
    await up()
    const { email, password } = ana
    const { code, said } = await asked('/api/session', { email, password })
    seen(said)
    expect(code === 0, 'that Ana is signed in')
  })
  await step('a backup is restored into a new database, and who was erased since stays so', async () => {
    const ben = await added(inLedger)
    const saved = await inLedger('node', 'src/main.ts', 'backup', '/data/saved.backup')
    expect(saved.code === 0, `a backup: ${saved.complained}`)
    // As whoever erases him has it written down.
    expect((await inLedger('sh', '-c', `echo ${ben} >> /data/erased-users`)).code === 0, 'a list of the erased')
    expect((await composed('down')).code === 0, 'that it is down')
    await engine.docker('volume', 'rm', 'ledger-alone_database')
    // As docs/operations.md says it.
    const where = ['-v', 'ledger-alone_data:/ledger', '-e', 'DATA_DIR=/ledger']
    const signing = ['-e', 'SIGNING_KEY_FILE=/run/secrets/signing-key']
    const restore = ['node', 'src/main.ts', 'restore', '/ledger/saved.backup', '--json']
    const { code, said, complained } = await composed('run', '--rm', '-T', ...where, ...signing, 'migrate', ...restore)
    seen(said.trim())
    expect(code === 0 && said.includes(`"erased":["${ben}"]`), `that Ben is erased again: ${complained}`)
    await up()
    const { email, password } = ana
    expect((await asked('/api/session', { email, password })).code === 0, 'that Ana is signed in')
    for (const verb of ['check', 'verify']) {
      expect((await inLedger('node', 'src/main.ts', verb)).code === 0, `that ${verb} is content`)
    }
    await run('docker-compose', ['down', '--volumes'], { env, cwd: ROOT })
  })
}

/** Registers Ben; resolves to his id. */
async function added(inLedger: (...command: string[]) => Promise<Outcome>): Promise<string> {
  const verb = 'node src/main.ts user add --name Ben --email ben@example.com --json'
  const { code, said, complained } = await inLedger('sh', '-c', `echo '${ana.password}' | ${verb}`)
  expect(code === 0, `that Ben is registered: ${complained}`)
  return /"id":"([0-9a-f-]+)"/.exec(said)?.[1] ?? ''
}

/** Asks as a browser on that machine would. */
function asked(path: string, body?: object) {
  const posted = body === undefined ? [] : ['--header', 'Content-Type: application/json', '--data', '@-']
  const [program = '', ...args] = [...inNamespace, 'curl', '-sf', '--max-time', '15', ...posted, `${ADDRESS}${path}`]
  return attempt(program, args, { input: body === undefined ? '' : JSON.stringify(body) })
}
