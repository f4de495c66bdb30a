import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { freshLog } from './fresh-log.ts'
import type { Answers } from './racing-worker.ts'
import { isSound } from './sound.ts'

const WORKER = fileURLToPath(new URL('racing-worker.ts', import.meta.url))
const PROCESSES = 10
/** Each process appends through two logs. */
const WRITERS = 2 * PROCESSES
const ROUNDS = 10

test('twenty writers in ten processes leave positions 1 to n, and each command once', async (t) => {
  const fresh = await freshLog(t)
  const workers = await Promise.all(Array.from({ length: PROCESSES }, () => startWorker(t, fresh.url)))
  const all = await Promise.all(workers.map((worker) => worker.go()))
  const answered = all.flatMap((answers) => answers.answered)

  const events = await isSound(t, fresh)
  const positions = Map.groupBy(events, ({ commandId }) => commandId)
  for (const answer of answered) {
    t.deepEqual(
      positions.get(answer.commandId)?.map(({ position }) => position),
      answer.positions,
    )
  }
  t.deepEqual([...new Set(answered.map(({ commandId }) => commandId))].sort(), [...positions.keys()].sort())
  const shared = answered.filter(({ commandId }) => commandId.startsWith('shared-'))
  t.is(shared.length, WRITERS * ROUNDS, 'A command that is there already was refused')
  const claims = await fresh.rows<{ count: number }>('select count(*) as count from claims')
  t.is(claims[0]?.count, ROUNDS)

  // Of a writer and a round: two events of its own, another one, and the shared ones for whoever was first.
  const refused = all.reduce((sum, answers) => sum + answers.refused, 0)
  t.true(refused >= (WRITERS - 1) * ROUNDS, `Only ${refused} appends lost a race`)
  t.is(events.length, WRITERS * ROUNDS * (2 + 1 + 1 + 1) - refused + ROUNDS)
})

/** A worker that is ready to go. */
async function startWorker(t: ExecutionContext, url: string) {
  const worker = spawn(process.execPath, [WORKER, url, String(ROUNDS)], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.teardown(() => worker.kill('SIGKILL'))
  await once(worker.stdout, 'data')
  return {
    async go(): Promise<Answers> {
      const said = text(worker.stdout)
      worker.stdin.write('go\n')
      const [exit, answers] = await Promise.all([once(worker, 'exit'), said])
      t.is(exit[0], 0)
      return JSON.parse(answers) as Answers
    },
  }
}
