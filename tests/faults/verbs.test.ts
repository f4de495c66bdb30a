import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { startProxy } from './proxy.ts'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const server = await startFaultyServer()
test.after.always(() => server.stop())

/** Runs a verb of the command line on the database at `url`. */
async function run(verb: string, url: string): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, DATABASE_URL: url }
  const child = spawn(process.execPath, [MAIN, verb], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, said }
}

/** What each verb asks in the middle of its work. */
const inTheMiddle = {
  check: /from events/,
  verify: /from events where position/,
  rebuild: /insert into `?expenses_next/,
}

for (const [verb, statement] of Object.entries(inTheMiddle)) {
  test.serial(`a ${verb} from under which the database is killed says so, and leaves all in order`, async (t) => {
    const scene = await setScene(t, server)
    const callers = scene.load(8)
    await callers.answers(50)
    const told = await callers.stop()
    const proxy = await startProxy(t, scene.url)
    proxy.next(statement, 'unanswered')
    const stopped = run(verb, proxy.url)
    await proxy.met()
    await server.kill()
    proxy.cut()
    const { code, said } = await stopped
    t.is(code, 1)
    t.regex(said, /The database cannot be asked .*: run this again once it can$/m)
    t.notRegex(said, /\.ts:\d+/, 'Where in the code it happened helps nobody')

    await server.start()
    await scene.ready()
    t.like(await run(verb, scene.url), { code: 0 })
    await scene.isWhole(told)
  })
}
