import { openSync, writeSync } from 'node:fs'
import { moment } from './clock.ts'

export type Journal = ReturnType<typeof openJournal>

/**
 * Where a process writes down what it asks, before it asks, and what it was told, as soon as it knows. Each line is with
 * the operating system before the next step, so kill -9 leaves all of it.
 */
export function openJournal(file: string) {
  const descriptor = openSync(file, 'a')
  let asked = 0

  function ask(question: object): (answer: object) => void {
    const number = asked++
    const write = (line: object) => writeSync(descriptor, `${JSON.stringify(line)}\n`)
    write({ number, begin: moment(), ...question })
    return (answer) => void write({ number, end: moment(), answer })
  }

  return {
    ask,
    /** What came without having been asked for. */
    told: (question: object, answer: object) => ask(question)(answer),
  }
}
