import { Parser } from 'tap-parser'
import type { Result as Assertion } from 'tap-parser'
import type { Result } from './result.ts'

/** Reads ava's TAP and tells each test's result as it comes. */
export function tapReader(tell: (result: Result) => void): Parser {
  const parser = new Parser()
  parser.on('assert', (assertion: Assertion) => tell(toResult(assertion)))
  return parser
}

function toResult(assertion: Assertion): Result {
  const { file, title } = split(assertion.name)
  if (assertion.skip || assertion.todo) return { file, title, outcome: 'skipped', problem: [] }
  if (assertion.ok) return { file, title, outcome: 'passed', problem: [] }
  return { file, title, outcome: 'failed', problem: explain(assertion.diag) }
}

const BETWEEN = ' › '

/** `ops › private-database › a rule`: folders and the file are in kebab-case, a title that is a sentence is not. */
function split(name: string): { file: string; title: string } {
  const parts = name.split(BETWEEN)
  const titleFrom = parts.findIndex((part, index) => index === parts.length - 1 || !/^[\w.-]+$/.test(part))
  const file = parts.slice(0, titleFrom).join(BETWEEN)
  return { file: file === '' ? 'ava' : file, title: parts.slice(titleFrom).join(BETWEEN) }
}

/** The lines of the YAML that ava adds to a failed test, without its punctuation. */
function explain(diag: unknown): string[] {
  if (typeof diag !== 'object' || diag === null) return []
  return Object.entries(diag).flatMap(([name, value]) => {
    if (typeof value === 'object') return explain(value)
    const lines = String(value)
      .split('\n')
      .filter((line) => line.trim() !== '')
    if (lines.length === 1) return [`${name}: ${lines[0]}`]
    return lines.length === 0 ? [] : [name, ...lines.map((line) => `  ${line}`)]
  })
}
