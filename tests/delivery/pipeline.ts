import { join } from 'node:path'
import type { Engine } from './engine.ts'
import { BASE } from './images.ts'
import { here, registry, ROOT } from './place.ts'
import { account, tags } from './registry.ts'
import { attempt, run } from './shell.ts'
import { port, type Way } from './ssh.ts'
import { ADDRESS, deployed, deployment } from './stack.ts'
import { expect, seen, step } from './told.ts'
import { commitMore, workspace } from './workspace.ts'

/** A test that takes no time, in place of all of `npm test`: what the pipeline makes of the result is the question here. */
const TESTS = 'tests/events/money.test.ts'
const LEDGER_TESTS = `--coverage ${TESTS}`

/** An address at which nobody is: what a ledger that does not answer looks like. */
const NOBODY = ADDRESS.replace(/\d+$/, '9')

type Engines = { agent: Engine; swarm: Engine; way: Way }
type Pushed = { branch: string; commit: string; address?: string }

/** Runs the Jenkinsfile for a commit of a branch, its `sh` steps for real. Resolves to the exit code and what was said. */
async function runPipeline({ agent, swarm, way }: Engines, { branch, commit, address = ADDRESS }: Pushed) {
  const variables = {
    ...{ LEDGER_TESTS, LEDGER_REGISTRY: registry, LEDGER_SWARM: here, LEDGER_ADDRESS: address },
    GIT_COMMIT: commit,
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
  const { MORE_FILES, DATABASE_IMAGE, PROXY_IMAGE } = deployment('')
  const site = { BASE, BUILD_OPTIONS: '--network host --quiet', REMOTE_SOCKET: swarm.socket, SSH_PORT: port }
  const { code, said, complained } = await attempt(
    'groovy',
    [
      ...[join(ROOT, 'tests/delivery/declarative.groovy'), 'Jenkinsfile', '--branch', branch, '--exec'],
      ...given('--env', variables),
      ...given('--secret', secrets),
    ],
    {
      cwd: workspace,
      env: {
        ...{ ...site, MORE_FILES, DATABASE_IMAGE, PROXY_IMAGE },
        ...{ DOCKER_HOST: agent.env.DOCKER_HOST ?? '', JAVA_HOME: await javaHome() },
      },
    },
  )
  show(said)
  const all = `${said}${complained}`
  expect(!all.includes(account.password), 'that no password is shown')
  return { code, said, end: all.slice(-4_000) }
}

async function javaHome(): Promise<string> {
  return run('sh', ['-c', 'dirname "$(dirname "$(readlink -f "$(command -v java)")")"'])
}

/** The pipeline for `commit` on the main branch, on another one, with a release that does not answer, and with a test that fails. */
export async function pipeline(engines: Engines, commit: string): Promise<void> {
  seen(`LEDGER_TESTS is "${LEDGER_TESTS}": these tests stand for all of them`)
  const tag = tagOf(commit)
  await step('main: tested, built, pushed, deployed over SSH and asked whether it is well', async () => {
    const { code, end } = await runPipeline(engines, { branch: 'main', commit })
    expect(code === 0, `that the pipeline succeeds:\n${end}`)
    const health = await run('curl', ['-sf', `${ADDRESS}/healthz`])
    expect(health.includes(commit), `the commit ${commit}, not ${health}`)
  })
  /** Nothing came of `commit`: what was deployed still is. */
  const wentNowhere = async (commit: string) => {
    expect((await tags()).includes(tag), 'the deployed image in the registry')
    expect(!(await tags()).includes(tagOf(commit)), 'no image in the registry')
    expect((await deployed(engines.swarm)) === tag, 'another commit deployed')
  }
  const feature = await commitMore('CHANGELOG.md', '\n- A feature.\n')
  await step('a feature branch is tested and built, and goes nowhere', async () => {
    const { code, said, end } = await runPipeline(engines, { branch: 'feature', commit: feature })
    expect(code === 0, `that the pipeline succeeds:\n${end}`)
    expect(said.includes(`sh deploy/build-image.sh`), 'an image')
    for (const stage of ['Push', 'Swarm']) expect(said.includes(`stage '${stage}' is left out`), `no ${stage}`)
    await wentNowhere(feature)
  })
  await step('main: a release that does not answer is taken back', async () => {
    const { code, end } = await runPipeline(engines, { branch: 'main', commit: feature, address: NOBODY })
    expect(code === 1, `that the pipeline fails:\n${end}`)
    expect((await tags()).includes(tagOf(feature)), 'that it was pushed')
    expect((await deployed(engines.swarm)) === tag, 'the image from before')
    const health = await run('curl', ['-sf', `${ADDRESS}/healthz`])
    expect(health.includes(commit), `the commit ${commit}, not ${health}`)
  })
  await step('with a failing test there is no image', async () => {
    const mistake = await commitMore(TESTS, "\ntest('one and one are three', (t) => t.is(1 + 1, 3))\n")
    const { code, said, end } = await runPipeline(engines, { branch: 'main', commit: mistake })
    expect(code === 1, `that the pipeline fails:\n${end}`)
    expect(/junit reports.*\n *1 found, XML/.test(said), 'that its results are published')
    expect(said.includes("stage 'Image' is left out"), 'no image')
    await wentNowhere(mistake)
  })
}

const tagOf = (commit: string) => commit.slice(0, 12)

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
