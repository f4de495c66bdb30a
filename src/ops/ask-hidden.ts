import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Unusable } from './unusable.ts'

/** Resolves to what somebody answers to a prompt. */
type Ask = (prompt: string) => Promise<string>

/**
 * Has `work` ask for secrets on the terminal, where nothing of the answers is shown; where standard input is no terminal,
 * every answer is its first line. They are no arguments of a verb: those stay in the shell's history, and everybody on the
 * machine sees them.
 */
export async function askingHidden<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) {
    const line = /^[^\r\n]*/.exec(await text(process.stdin))?.[0] ?? ''
    return work(async () => line)
  }
  // With an output of its own readline takes the echo over from the terminal, and what it echoes goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 })
  try {
    return await work((prompt) => ask(terminal, prompt))
  } finally {
    terminal.close()
  }
}

function ask(terminal: Interface, prompt: string): Promise<string> {
  process.stderr.write(prompt)
  return new Promise((resolve, reject) => {
    // Ctrl-C and Ctrl-D.
    const ended = () => {
      process.stderr.write('\n')
      reject(new Unusable('Nothing was changed.'))
    }
    terminal.once('close', ended)
    terminal.once('line', (line) => {
      process.stderr.write('\n')
      terminal.off('close', ended)
      resolve(line)
    })
  })
}
