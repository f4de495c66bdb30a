import type { Result } from './result.ts'

/** The results as JUnit's XML, which Jenkins reads. One suite for each test file. */
export function toJUnit(results: readonly Result[]): string {
  const files = [...Map.groupBy(results, ({ file }) => file)]
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...files.flatMap(suite), '</testsuites>', ''].join(
    '\n',
  )
}

function suite([file, results]: [string, Result[]]): string[] {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length
  const counts = `tests="${results.length}" failures="${count('failed')}" skipped="${count('skipped')}"`
  return [`<testsuite name="${escape(file)}" ${counts}>`, ...results.map(testCase), '</testsuite>']
}

function testCase({ file, title, outcome, problem }: Result): string {
  const start = `<testcase classname="${escape(file)}" name="${escape(title)}"`
  switch (outcome) {
    case 'passed':
      return `${start}/>`
    case 'skipped':
      return `${start}><skipped/></testcase>`
    case 'failed':
      return `${start}><failure message="${escape(problem[0] ?? '')}">${escape(problem.join('\n'))}</failure></testcase>`
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Without what XML cannot hold at all: control characters and halves of surrogate pairs. */
function escape(text: string): string {
  const possible = text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
  return possible.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
