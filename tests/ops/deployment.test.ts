import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { parse } from 'yaml'
import { SECRETS, Settings } from '../../src/config.ts'
import { GROOVY_LINT } from '../delivery/groovy-lint.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ComposeFile } from './compose-files.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

type Service = {
  environment?: Record<string, unknown>
  image?: string
  logging?: { options: Record<string, string> }
  ports?: string[]
}
type Compose = { services: Record<string, Service>; secrets?: Record<string, { name: string }> }
const files = ['docker-compose.yaml', 'docker-compose.override.yaml', 'deploy/swarm.yaml', 'tests/delivery/stack.yaml']
const compose = files.map((file) => [file, parse(read(file), { merge: true }) as Compose] as const)

test('the files for containers say nothing but what Compose and a Swarm both understand', (t) => {
  for (const file of [...files, 'docker-compose.cluster.yaml']) {
    const { error } = ComposeFile.safeParse(parse(read(file), { merge: true }))
    t.is(error, undefined, `${file}: ${error?.message}`)
  }
})

test('the ledger is only given settings that it has', (t) => {
  const known = [...Object.keys(Settings.shape), ...SECRETS.map((name) => `${name}_FILE`)]
  for (const [file, { services }] of compose) {
    for (const [name, { environment = {} }] of Object.entries(services)) {
      if (name === 'database') continue
      t.deepEqual(
        Object.keys(environment).filter((setting) => !known.includes(setting)),
        [],
        `${file}: ${name}`,
      )
    }
  }
})

test('where whoever comes first may be the admin, nobody but this machine comes in', (t) => {
  const open = compose.filter(([, { services }]) => services.ledger?.environment?.ALLOW_FIRST_RUN !== undefined)
  t.deepEqual(
    open.map(([file]) => file),
    ['docker-compose.override.yaml'],
  )
  // What `docker compose up` reads.
  const onOneMachine = compose.slice(0, 2).flatMap(([, { services }]) => Object.values(services))
  const doors = onOneMachine.flatMap(({ ports = [] }) => ports)
  t.is(doors.length, 1)
  t.regex(doors[0] ?? '', /^127\.0\.0\.1:/)
})

test('the admin’s account is known to the task that migrates alone', (t) => {
  for (const [file, { services }] of compose) {
    const knows = Object.entries(services).filter(([, service]) =>
      JSON.stringify(service).includes('DATABASE_ADMIN_URL'),
    )
    t.deepEqual(
      knows.map(([name]) => name),
      file === 'docker-compose.yaml' ? ['migrate'] : [],
    )
  }
})

test('the secrets that a Swarm wants are those that the script makes', (t) => {
  const wanted = Object.values((parse(read('deploy/swarm.yaml')) as Compose).secrets ?? {}).map(({ name }) => name)
  const made = [...read('deploy/make-secrets.sh').matchAll(/\bkeep ([\w-]+)/g)].map(([, name]) => `ledger-${name}`)
  t.deepEqual(wanted.sort(), made.sort())
})

test('no container’s log fills the disk', (t) => {
  const cluster = parse(read('docker-compose.cluster.yaml'), { merge: true }) as Compose
  const services = [...compose.map(([, { services }]) => services), cluster.services].flatMap(Object.entries<Service>)
  const limited = services.filter(([, { logging }]) => logging?.options['max-size'] && logging.options['max-file'])
  const names = new Set(limited.map(([name]) => name))
  t.deepEqual(
    services.map(([name]) => name).filter((name) => !names.has(name)),
    [],
  )
})

const hasJava = spawnSync('java', ['-version']).status === 0
const hasDocker = spawnSync('docker', ['--version']).status === 0
for (const [what, more] of Object.entries({
  'a Swarm': ['deploy/swarm.yaml'],
  'the delivery tests': files.slice(2),
  'one machine': files.slice(1, 2),
  'a cluster': [...files.slice(1, 2), 'docker-compose.cluster.yaml'],
})) {
  test(`docker understands the files for ${what}`, (t) => {
    const args = ['docker-compose.yaml', ...more].flatMap((file) => ['--compose-file', file])
    // Where there is no docker the files were at least parsed above.
    const { status, stderr } = hasDocker
      ? spawnSync('docker', ['stack', 'config', ...args], { cwd: ROOT, encoding: 'utf8' })
      : { status: 0, stderr: '' }
    t.is(status, 0, stderr)
  })
}

test('the image has the Node that the tests run on, and names its base once', (t) => {
  const [, version] = /^ARG BASE=node:([\d.]+)-/m.exec(read('Dockerfile')) ?? []
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> }
  t.is(version, lock.packages['node_modules/node']?.version)
  t.is(read('Dockerfile').match(/^FROM \$\{BASE\}/gm)?.length, 2)
})

test('every script of deploy/ can be run, and is a script', (t) => {
  const scripts = readdirSync(join(ROOT, 'deploy')).filter((name) => name.endsWith('.sh'))
  for (const name of scripts) {
    t.notThrows(() => accessSync(join(ROOT, 'deploy', name), constants.X_OK), name)
    execFileSync('sh', ['-n', join(ROOT, 'deploy', name)])
  }
  const run = [...read('Jenkinsfile').matchAll(/deploy\/([\w-]+\.sh)/g)].map(([, name]) => name)
  t.deepEqual(
    run.filter((name) => !scripts.includes(name ?? '')),
    [],
  )
})

test('the Jenkinsfile has neither an error nor a warning', (t) => {
  const cwd = temporaryFolder()
  copyFileSync(join(ROOT, 'Jenkinsfile'), join(cwd, 'Jenkinsfile'))
  const ask = () => spawnSync('npx', ['--offline', ...GROOVY_LINT], { cwd, encoding: 'utf8' })
  const { status, stdout, stderr } = hasJava ? ask() : { status: 0, stdout: '', stderr: '' }
  // No test waits for the network: where the linter was never fetched, as `npm run test:delivery` does, npm says that it has none.
  t.true(status === 0 || /npm error code E(NOTCACHED|TARGET)/.test(stderr), `${stdout}${stderr}`)
})

test('nothing secret stands on a command line of the pipeline', (t) => {
  const commands = [...read('Jenkinsfile').matchAll(/\bsh '(.*)'/g)].map(([, command = '']) => command)
  t.true(commands.length > 5)
  // printf is the shell's own: no other process sees what it is given.
  for (const command of commands)
    t.notRegex(command.replace(/printf %s "\$LOGIN_PSW" \|/, ''), /PSW|PASSWORD|SSH_KEY|TOKEN/)
})
