import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { temporaryFolder } from '../temporary-folder.ts'
import { C8, reporting } from './coverage.ts'
import { toJUnit } from './junit.ts'
import type { Result } from './result.ts'
import { tapReader } from './tap.ts'
import { all, readXml } from './xml.ts'

function read(...lines: string[]): Result[] {
  const results: Result[] = []
  tapReader((result) => results.push(result)).end(`TAP version 13\n${lines.join('\n')}\n1..${lines.length}\n`)
  return results
}

test('the file and the title of a test are told apart', (t) => {
  const [result] = read('ok 1 - ops › private-database › a server that was killed › starts again')
  t.deepEqual(result, {
    file: 'ops › private-database',
    title: 'a server that was killed › starts again',
    outcome: 'passed',
    problem: [],
  })
})

test('what ava says of a file as a whole is a result too', (t) => {
  const [result] = read('not ok 1 - tests/b.test.ts exited with a non-zero exit code: 1')
  t.deepEqual(result, {
    file: 'ava',
    title: 'tests/b.test.ts exited with a non-zero exit code: 1',
    outcome: 'failed',
    problem: [],
  })
})

test('what was skipped has neither passed nor failed', (t) => {
  const results = read('ok 1 - money › a rule # SKIP', 'not ok 2 - money › another rule # TODO')
  t.deepEqual(
    results.map(({ outcome }) => outcome),
    ['skipped', 'skipped'],
  )
})

test('a failure says why', (t) => {
  const [result] = read('not ok 1 - money › a rule', '  ---', '    message: boom', "    at: 'money.ts:1'", '  ...')
  t.deepEqual(result?.problem, ['message: boom', 'at: money.ts:1'])
})

test('JUnit gets a suite for each file, and nothing that XML cannot hold', (t) => {
  const results: Result[] = [
    { file: 'money', title: 'a "rule" & more', outcome: 'passed', problem: [] },
    { file: 'money', title: 'another', outcome: 'failed', problem: ['message: <\u0000>', 'at: here'] },
    { file: 'ids', title: 'a third', outcome: 'skipped', problem: [] },
  ]
  const document = toJUnit(results)
  t.is(
    document,
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="money" tests="2" failures="1" skipped="0">
<testcase classname="money" name="a &quot;rule&quot; &amp; more"/>
<testcase classname="money" name="another"><failure message="message: &lt;\ufffd&gt;">message: &lt;\ufffd&gt;
at: here</failure></testcase>
</testsuite>
<testsuite name="ids" tests="1" failures="0" skipped="1">
<testcase classname="ids" name="a third"><skipped/></testcase>
</testsuite>
</testsuites>
`,
  )
  const [suite] = all(readXml(document), 'testsuite')
  t.deepEqual(suite?.attributes, { name: 'money', tests: '2', failures: '1', skipped: '0' })
  t.deepEqual(
    all(readXml(document), 'testcase').map(({ attributes: { name }, children }) => [name, children[0]?.text]),
    [
      ['a "rule" & more', undefined],
      ['another', 'message: <\ufffd>\nat: here'],
      ['a third', ''],
    ],
  )
})

test('Cobertura gets a class for each file, with how often each line has run', (t) => {
  const [raw, reports] = [temporaryFolder(), temporaryFolder()]
  const look = "await import('./src/events/money.ts')"
  execFileSync(process.execPath, ['--input-type=module', '--eval', look], {
    // What was compiled before is counted in less detail.
    env: { ...process.env, NODE_V8_COVERAGE: raw, NODE_COMPILE_CACHE: undefined },
  })
  const part = ['--include=src/events/money.ts', `--reports-dir=${reports}`]
  execFileSync(process.execPath, [C8, ...reporting(raw, part, 0)])
  const root = readXml(readFileSync(join(reports, 'cobertura-coverage.xml'), 'utf8'))
  t.is(root.name, 'coverage')
  const [money, ...others] = all(root, 'class')
  t.is(money?.attributes.filename, 'src/events/money.ts')
  t.deepEqual(others, [])
  const hits = new Set(all(money!, 'line').map(({ attributes }) => Number(attributes.hits)))
  t.true(hits.has(0) && hits.size > 1)
})

for (const document of [
  '',
  '<a>',
  '<a></b>',
  '<a/><a/>',
  '<a/>more',
  '<a b="1" b="2"/>',
  '<a>&b;</a>',
  '<a>&</a>',
  '<a>\0</a>',
])
  test(`${JSON.stringify(document)} is no XML`, (t) => {
    t.throws(() => readXml(document), { instanceOf: SyntaxError })
  })
