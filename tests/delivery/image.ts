import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from './engine.ts'
import { BASE } from './images.ts'
import { ROOT } from './place.ts'
import { run } from './shell.ts'
import { expect, later, seen, step, until } from './told.ts'

const MEGABYTES = 120
const IMAGE = 'expense-ledger:delivery'

/** The image is built, is as small and as locked up as it should be, and serves from a database outside of it. */
export async function image(engine: Engine, database: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const release = [`"${version}"`, `"${await run('git', ['rev-parse', 'HEAD'], { cwd: ROOT })}"`]
  await step('the image is built from what is here', async () => {
    await build(engine, IMAGE)
  })
  await step(`it adds at most ${MEGABYTES} MB, says what it is, and holds neither tools nor a database`, async () => {
    const [size, base] = await Promise.all([IMAGE, BASE].map((name) => sizeOf(engine, name)))
    const added = (size ?? 0) - (base ?? 0)
    seen(`${(added / 1e6).toFixed(1)} MB over its base of ${((base ?? 0) / 1e6).toFixed(0)} MB`)
    expect(added <= MEGABYTES * 1e6, `at most ${MEGABYTES} MB`)
    const labels = await engine.docker('image', 'inspect', '--format', '{{json .Config.Labels}}', IMAGE)
    seen(labels)
    expect(
      release.every((word) => labels.includes(word)),
      `labels that name ${release.join(' and ')}`,
    )
    const unwanted = ['typescript', 'vite', 'node', 'ava'].map((name) => `node_modules/${name}`)
    unwanted.push('src/web/client', '/usr/sbin/mariadbd', '/usr/sbin/mysqld')
    const look = `ls -d ${unwanted.join(' ')} 2>/dev/null || true`
    const found = await engine.docker('run', '--rm', '--network', 'host', IMAGE, 'sh', '-c', look)
    expect(found === '', `neither tools nor a database server, not ${found}`)
  })

  const port = '3199'
  const name = 'delivery-image'
  later(() => engine.attempt(['rm', '--force', name]))
  await step('read-only and without any right it serves from a database outside, and is healthy', async () => {
    await engine.docker(
      ...['run', '--detach', '--name', name, '--network', 'host', '--read-only', '--tmpfs', '/tmp'],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--memory', '512m'],
      ...['--env', 'HOST=127.0.0.1', '--env', `PORT=${port}`, '--env', `DATABASE_URL=${database}`, IMAGE],
    )
    await until('healthy', async () => {
      const state = await engine.docker('inspect', '--format', '{{.State.Health.Status}} {{.State.Status}}', name)
      expect(!state.includes('exited'), `that it runs: ${(await engine.attempt(['logs', name])).complained}`)
      return state.startsWith('healthy')
    })
    const health = await run('curl', ['-sf', `http://127.0.0.1:${port}/healthz`])
    seen(health)
    expect(
      release.every((word) => health.includes(word)),
      `that it says it is ${release.join(' of ')}`,
    )
    expect((await run('curl', ['-sf', `http://127.0.0.1:${port}/`])).includes('<title>'), 'the page')
    await run('curl', ['-sf', `http://127.0.0.1:${port}/readyz`])
    const inside = (...command: string[]) => engine.attempt(['exec', name, ...command])
    seen(`runs as ${(await inside('id')).said.trim()}`)
    expect((await inside('id', '-u')).said.trim() === '1000', 'the user node')
    const written = await inside('touch', '/app/here')
    expect(written.code !== 0 && /Read-only/.test(written.complained), 'a file system that cannot be written to')
  })
  await step('the ledger in it checks and verifies', async () => {
    for (const verb of ['check', 'verify']) {
      seen(`${verb}: ${await engine.docker('exec', name, 'node', 'src/main.ts', verb, '--json')}`)
    }
  })
  await step('told to stop, it ends at once and well', async () => {
    const begun = performance.now()
    await engine.docker('stop', '--time', '20', name)
    const seconds = (performance.now() - begun) / 1000
    const code = await engine.docker('inspect', '--format', '{{.State.ExitCode}}', name)
    seen(`exit code ${code} after ${seconds.toFixed(1)} s`)
    expect(code === '0', 'exit code 0')
    expect(seconds < 10, 'that it does not keep us')
  })
}

/** Builds what is in a folder, as Jenkins does. */
export async function build(engine: Engine, name: string, folder = ROOT): Promise<void> {
  const options = { BASE, BUILD_OPTIONS: '--network host --quiet' }
  await run(join(folder, 'deploy/build-image.sh'), [name], { env: { ...engine.env, ...options } })
}

async function sizeOf(engine: Engine, image: string): Promise<number> {
  return Number(await engine.docker('image', 'inspect', '--format', '{{.Size}}', image))
}
