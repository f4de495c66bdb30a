import { runOnNode24 } from './node24.js'
import { mayInstall, install } from './setup/packages.js'
import { findProgram } from './setup/programs.js'
import { say } from './setup/say.js'
import { setUp } from './setup.js'

/** Programs, and the packages of Debian that they are in. */
const needed = {
  dockerd: 'docker.io',
  'docker-compose': 'docker-compose',
  'docker-registry': 'docker-registry',
  mmdebstrap: 'mmdebstrap',
  haproxy: 'haproxy',
  sshd: 'openssh-server',
  ssh: 'openssh-client',
  groovy: 'groovy',
  java: 'default-jre-headless',
  git: 'git',
  ip: 'iproute2',
  iptables: 'iptables',
  curl: 'curl',
}

if (!mayInstall()) {
  say(
    'The delivery tests start Docker engines and network namespaces of their own: run them as root on Debian or Ubuntu.',
  )
  process.exit(1)
}
const missing = Object.keys(needed).filter((name) => !findProgram([name], ['/usr/bin', '/usr/sbin']))
if (missing.length > 0) {
  const problem = await install('what the delivery tests need', [...new Set(missing.map((name) => needed[name]))])
  if (problem !== undefined) {
    say(problem)
    process.exit(1)
  }
}
await setUp('dependencies', 'database', 'client')
runOnNode24('tests/delivery/run.ts', process.argv.slice(2))
