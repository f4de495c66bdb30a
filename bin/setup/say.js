/** Tells the person at the keyboard what happens. Not on stdout: that belongs to the verb, which may speak JSON there. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A problem that the person at the keyboard has to solve: said in one line, exit 1, no stack trace. */
export class Unready extends Error {}
