import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './background.ts'
import { folder, here } from './place.ts'
import { attempt, run } from './shell.ts'
import { until } from './told.ts'

export const port = '2222'

export type Way = { key: string; knownHosts: string }

/** A door to this machine for one key, on our end of the wire: the way to a manager of the Swarm. */
export async function startSsh(): Promise<Way> {
  const at = (name: string) => join(folder, 'ssh', name)
  mkdirSync(at(''), { mode: 0o700 })
  mkdirSync('/run/sshd', { recursive: true })
  for (const name of ['host', 'key']) await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
  writeFileSync(at('authorized'), readFileSync(at('key.pub')))
  writeFileSync(at('known'), `[${here}]:${port} ${readFileSync(at('host.pub'), 'utf8')}`)
  const settings = {
    ...{
      ListenAddress: here,
      Port: port,
      HostKey: at('host'),
      PidFile: at('pid'),
      AuthorizedKeysFile: at('authorized'),
    },
    ...{ PermitRootLogin: 'prohibit-password', PasswordAuthentication: 'no', KbdInteractiveAuthentication: 'no' },
    ...{ UsePAM: 'no', StrictModes: 'no' },
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`)
  writeFileSync(at('config'), `${lines.join('\n')}\n`)
  start('sshd', '/usr/sbin/sshd', ['-D', '-e', '-f', at('config')])
  await until('sshd', async () => (await attempt('ssh-keyscan', ['-p', port, here])).said !== '')
  return { key: at('key'), knownHosts: at('known') }
}
