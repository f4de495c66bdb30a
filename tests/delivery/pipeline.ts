import { appendFileSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from './engine.ts'
import { BASE } from './images.ts'
import { folder, here, registry, ROOT } from './place.ts'
import { account } from './registry.ts'
import { attempt, run } from './shell.ts'
import { port, type Way } from './ssh.ts'
import { ADDRESS, deployment } from './swarm.ts'
import { expect, seen, step } from './told.ts'

/** A test that takes no time, in place of all of `npm test`: what the pipeline makes of the result is the question here. */
const TESTS = 'tests/events/money.test.ts'
const LEDGER_TESTS = `--coverage ${TESTS}`

const workspace = join(folder, 'workspace')

/** A clean clone with a commit of its own, as Jenkins has it; resolves to the commit. */
export async function checkOut(): Promise<string> {
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace)
  const files = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(join(workspace, file, '..'), { recursive: true })
    copyFileSync(join(ROOT, file), join(workspace, file))
  }
  await run('git', ['init', '--quiet'], { cwd: workspace })
  return commit('what is here')
}

async function commit(what: string): Promise<string> {
  const who = ['-c', 'user.name=Jenkins', '-c', 'user.email=jenkins@example.com']
  await run('git', ['add', '--all'], { cwd: workspace })
  await run('git', [...who, 'commit', '--quiet', '--message', what], { cwd: workspace })
  return run('git', ['rev-parse', 'HEAD'], { cwd: workspace })
}

type Engines = { agent: Engine; swarm: Engine; way: Way }

/** Runs the Jenkinsfile on a branch, its `sh` steps for real. */
async function runPipeline({ agent, swarm, way }: Engines, branch: string, at: string) {
  const site = { LEDGER_TESTS, LEDGER_REGISTRY: registry, LEDGER_SWARM: here, LEDGER_ADDRESS: ADDRESS }
  const variables = {
    ...site,
    GIT_COMMIT: at,
    WORKSPACE_TMP: `${workspace}@tmp`,
    BUILD_URL: 'http://jenkins/job/ledger/7/',
  }
  const secrets = {
    registry: `${account.user}:${account.password}`,
    swarm: `root:${way.key}`,
    'swarm-known-hosts': way.knownHosts,
  }
  const given = (option: string, values: object) => {
    return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])
  }
  const own = { BASE, BUILD_OPTIONS: '--network host --quiet', REMOTE_SOCKET: swarm.socket, SSH_PORT: port }
  const { MORE_FILES, DATABASE_IMAGE, PROXY_IMAGE } = deployment('')
  return attempt(
    'groovy',
    [
      ...[join(ROOT, 'tests/delivery/declarative.groovy'), 'Jenkinsfile', '--branch', branch, '--exec'],
      ...given('--env', variables),
      ...given('--secret', secrets),
    ],
    {
      cwd: workspace,
      env: {
        ...own,
        MORE_FILES,
        DATABASE_IMAGE,
        PROXY_IMAGE,
        DOCKER_HOST: agent.env.DOCKER_HOST ?? '',
        JAVA_HOME: await javaHome(),
      },
    },
  )
}

async function javaHome(): Promise<string> {
  return run('sh', ['-c', 'dirname "$(dirname "$(readlink -f "$(command -v java)")")"'])
}

/** The pipeline on the main branch, on another one, and with a test that fails. */
export async function pipeline(engines: Engines, deployed: string): Promise<void> {
  seen(`LEDGER_TESTS is "${LEDGER_TESTS}": these tests stand for all of them`)
  await step('main: tested, built, pushed, deployed over SSH and asked whether it is well', async () => {
    const { code, said, complained } = await runPipeline(engines, 'main', deployed)
    show(said)
    expect(code === 0, `that the pipeline succeeds:\n${said.slice(-3_000)}${complained.slice(-2_000)}`)
    expect(!`${said}${complained}`.includes(account.password), 'that no password is shown')
    const health = await run('curl', ['-sf', `${ADDRESS}/healthz`])
    expect(health.includes(deployed), `the commit ${deployed}, not ${health}`)
  })
  await step('a feature branch is tested and built, and goes nowhere', async () => {
    const { code, said } = await runPipeline(engines, 'feature', await commitNote('a feature'))
    show(said)
    expect(code === 0, `that the pipeline succeeds:\n${said.slice(-3_000)}`)
    for (const stage of ['Push', 'Swarm']) expect(said.includes(`stage '${stage}' is left out`), `no ${stage}`)
  })
  await step('with a failing test there is no image', async () => {
    appendFileSync(join(workspace, TESTS), "\ntest('one and one are three', (t) => t.is(1 + 1, 3))\n")
    const at = await commit('a mistake')
    const { code, said } = await runPipeline(engines, 'main', at)
    show(said)
    expect(code === 1 && /junit/.test(said), 'that the pipeline fails, with its results published')
    const image = await engines.agent.attempt(['image', 'inspect', `${registry}/expense-ledger:${at.slice(0, 12)}`])
    expect(image.code !== 0 && said.includes("stage 'Image' is left out"), 'no image')
  })
}

async function commitNote(text: string): Promise<string> {
  appendFileSync(join(workspace, 'CHANGELOG.md'), `\n- ${text}\n`)
  return commit(text)
}

/** What the pipeline says of itself, without what its steps say. */
function show(said: string): void {
  const own = /^ *(stage|sh|junit|recordCoverage|post|at most|FAILED|RESULT|INVALID|\d+ found|\d+ passed, )/
  seen(
    said
      .split('\n')
      .filter((line) => own.test(line))
      .join('\n'),
  )
}
