import { spawn } from 'node:child_process'

/** Runs a program; what it says is kept to itself. Resolves to what it said if it failed, to undefined if it did not. */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? undefined : output.trim() || `it ended with code ${code}`))
  })
}
