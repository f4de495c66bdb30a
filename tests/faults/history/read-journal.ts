import { readFileSync } from 'node:fs'
import type { Operation } from './history.ts'
import { toCommand, type WrittenAppend } from './written-append.ts'

type Asked = { number: number; begin: number; ask: Operation['ask']; append?: WrittenAppend }
type Told = { number: number; end: number; answer: Operation['answer'] }

/** The operations of one process, in the order in which they were asked. */
export function readJournal(file: string, process: string): Operation[] {
  const { asked, told } = linesOf(file)
  return asked.map(({ number, append, ...question }) => {
    const { end = Infinity, answer = null } = told.get(number) ?? {}
    return { process, ...question, ...(append && { command: toCommand(append) }), end, answer } as Operation
  })
}

/** The appends of one process that were never answered, as they were sent. */
export function unansweredAppends(file: string): WrittenAppend[] {
  const { asked, told } = linesOf(file)
  return asked.flatMap(({ number, append }) => (append && !told.has(number) ? [append] : []))
}

function linesOf(file: string): { asked: Asked[]; told: Map<number, Told> } {
  // What follows the last newline was cut off when the process was killed, before anything came of it.
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  const records = lines.map((line) => JSON.parse(line) as Asked | Told)
  return {
    asked: records.filter((record) => 'ask' in record),
    told: new Map(records.filter((record) => 'answer' in record).map((record) => [record.number, record])),
  }
}
