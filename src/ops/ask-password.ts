import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Password } from '../web/api.ts'
import { Unusable } from './unusable.ts'

/**
 * A new password: asked twice on the terminal, where nothing of it is shown; or, where standard input is no terminal, its first
 * line. It is no argument of a verb: those stay in the shell's history, and everybody on the machine sees them.
 */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return checked(/^[^\r\n]*/.exec(await text(process.stdin))?.[0] ?? '')
  // With an output of its own readline takes the echo over from the terminal, and what it echoes goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 })
  try {
    const password = checked(await ask(terminal, 'New password: '))
    if ((await ask(terminal, 'Once more: ')) === password) return password
    throw new Unusable('These are two different passwords. Nothing was changed.')
  } finally {
    terminal.close()
  }
}

function checked(password: string): string {
  const { success, error } = Password.safeParse(password)
  if (success) return password
  throw new Unusable(`The password: ${error.issues[0]?.message}. Nothing was changed.`)
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
