import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import test from 'ava'

/** What a process says whose fault nobody caught, and how it ends. */
async function fate(fault: string) {
  const program = `
    import { lastWords } from '${import.meta.resolve('../../src/ops/last-words.ts')}'
    import { openLogger } from '${import.meta.resolve('../../src/ops/logger.ts')}'
    lastWords(openLogger('info'), console.error)
    setInterval(() => undefined, 1_000)
    ${fault}`
  const args = ['--input-type=module-typescript', '--eval', program]
  const outcome = promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname })
  const { code, stdout, stderr } = (await outcome.catch((error: unknown) => error)) as Record<string, unknown>
  return {
    code,
    logged: JSON.parse(String(stdout)) as { level: number; err: { message: string } },
    said: String(stderr),
  }
}

for (const [what, fault] of Object.entries({
  'a promise that nobody waits for': "Promise.reject(new Error('gone wrong'))",
  'a callback': "setTimeout(() => { throw new Error('gone wrong') })",
})) {
  test(`a fault in ${what} ends the ledger, and says so in the log and on standard error`, async (t) => {
    const { code, logged, said } = await fate(fault)
    t.is(code, 1)
    t.like(logged, { level: 60, err: { message: 'gone wrong' } })
    t.regex(said, /^The ledger ends, by a fault that nobody caught: Error: gone wrong\n {4}at /)
  })
}
