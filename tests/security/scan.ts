import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { startLedger } from '../browser/ledger.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { openEndpoint } from './endpoint.ts'
import { fill } from './filled.ts'
import { targetsOf, type Target } from './targets.ts'

// `npm run scan [-- --only text] [--tool sqlmap|wapiti]`: both (on Debian: apt-get install sqlmap wapiti) against a ledger of its own with sample
// data, signed in, over every route of the description. Takes the better part of an hour. The last line is `N routes, N findings`.

/**
 * What wapiti would rather have: a header that browsers no longer know, and that helmet switches off because it did harm; and https for
 * ever, which is asked for only where `PUBLIC_URL` is https.
 */
const MEANT = ['X-XSS-Protection is not set', 'Strict-Transport-Security is not set']

/** What wapiti tries: all that it tries by default, and `crlf`. */
const MODULES = [
  ...['cookieflags', 'csp', 'http_headers', 'redirect', 'crlf', 'sql', 'xss', 'permanentxss', 'file', 'exec'],
  // Waits for a server to be asked, which would be one in the internet: it is given one of ours.
  'ssrf',
]
/** Seconds that each of them may take; one that has not tried everything by then is a finding. */
const PATIENCE = 300

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, tool: { type: 'string' } } })
const tools = values.tool === undefined ? ['sqlmap', 'wapiti'] : [values.tool]
const folder = temporaryFolder()
const ledger = await startLedger({ DATA_DIR: join(folder, 'data') })
const { token, ids } = await fill(ledger.url)

const targets = targetsOf(ledger.url, token, ids).filter(({ key }) => key.includes(values.only))
const findings: string[] = []
for (const [index, target] of tools.includes('sqlmap') ? targets.entries() : []) {
  const found = await sqlmap(target, join(folder, `${index}`))
  console.log(`${target.key}, ${target.places} places: ${found.join('; ') || 'nothing'}`)
  findings.push(...found)
}
for (const found of tools.includes('wapiti') ? await wapiti() : []) {
  console.log(found)
  findings.push(found)
}
await ledger.stop()
console.log(`${targets.length} routes, ${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1

/** What sqlmap says can be injected; and where it has not tried every place, that. */
async function sqlmap({ request, places }: Target, output: string): Promise<string[]> {
  if (places === 0) return []
  mkdirSync(output)
  writeFileSync(join(output, 'request'), request)
  const quietly = ['--batch', '--disable-coloring', '--flush-session', '--ignore-stdin', '--output-dir', output]
  const options = [...quietly, '--dbms', 'mysql', '--ignore-code', '*']
  const said = await run('nice', ['sqlmap', '-r', join(output, 'request'), ...options])
  const tried = said.match(/ does not seem to be injectable$/gm)?.length ?? 0
  // What only appears to be injectable it tries again, and then says one or the other of each place.
  const found = [...said.matchAll(/^.* is vulnerable.*$/gm)].map(([line]) => line)
  return tried + found.length >= places ? found : [...found, `sqlmap tried ${tried} of ${places} places`]
}

/** What wapiti finds at the page, at what it links to, and at each path of the description that is read; and what it has not tried to the end. */
async function wapiti(): Promise<string[]> {
  const report = join(folder, 'wapiti.json')
  const reads = targets.filter(({ key }) => key.startsWith('GET '))
  const starts = reads.flatMap(({ path }) => ['-s', ledger.url + path.replaceAll('*', '')])
  const header = `Authorization: Bearer ${token}`
  const quietly = ['--no-bugreport', '--flush-session', '--store-session', folder, '-f', 'json', '-o', report]
  const endpoint = await openEndpoint()
  const bounds = ['-m', MODULES.join(','), '--endpoint', endpoint.url, '-d', '1', '--max-attack-time', `${PATIENCE}`]
  const said = await run('nice', ['wapiti', '-u', `${ledger.url}/`, ...starts, '-H', header, ...bounds, ...quietly])
  console.log(`wapiti, ${MODULES.length} modules: ${/found \d+ URLs and forms/.exec(said)?.[0] ?? 'found no address'}`)
  const cut = [...said.matchAll(/Max attack time was reached for module (\w+)/g)].map(([, name]) => {
    return `wapiti: ${name} was not done after ${PATIENCE} s`
  })
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, Found>
  const found = Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, all]) => {
    return all
      .filter(({ info }) => !MEANT.includes(info))
      .map(({ method, path, info }) => `wapiti: ${kind}: ${method} ${path}: ${info}`)
  })
  endpoint.close()
  return [...cut, ...found, ...endpoint.asked.map((what) => `wapiti: ssrf: the ledger asked ${what}`)]
}
type Found = Record<string, { method: string; path: string; info: string }[]>

async function run(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')])
  return said
}
