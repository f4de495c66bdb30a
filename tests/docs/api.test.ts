import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import test from 'ava'
import { temporaryFolder } from '../temporary-folder.ts'
import { serveLedger } from '../web/server/served.ts'
import { blocksIn } from './blocks.ts'

const { address, first } = await serveLedger()
await first()

const blocks = blocksIn(readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8'))
const commands = blocks.filter(({ language }) => language === 'sh')

/** What stands between the outputs of two blocks. */
const END = '-- end of a block --'
const script = ['set -eu', ...commands.flatMap(({ text }) => [text, `echo; echo '${END}'`])].join('\n')
const run = promisify(execFile)('sh', ['-c', script.replace('http://localhost:3000', address)], {
  cwd: temporaryFolder(),
})

for (const [index, { heading, answer }] of commands.entries()) {
  test(`${heading}, ${index + 1}: what is shown is what happens`, async (t) => {
    const said = (await run).stdout.split(END)[index] ?? ''
    if (answer?.language === 'json') t.deepEqual(JSON.parse(steady(said)), JSON.parse(steady(answer.text)))
    else t.is(steady(said).trim(), steady(answer?.text ?? '').trim())
  })
}

test('it is about all that people need first', (t) => {
  const headings = new Set(commands.map(({ heading }) => heading))
  const wanted = ['Sign in', 'Record', 'Retry safely', 'Wait for a position', 'List', 'Change', 'Follow live', 'Export']
  t.deepEqual([...headings], wanted)
})

/** Without what is another each time: ids, moments and line ends. */
function steady(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment')
    .replaceAll('\r', '')
}
