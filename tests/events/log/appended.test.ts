import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, type Observable } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { watchHead } from '../../../src/events/log/appended.ts'
import { appendOf, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'

/** What `positions` has said so far, from its first word on. */
async function listenTo(t: ExecutionContext, positions: Observable<number>): Promise<number[]> {
  const heard: number[] = []
  const subscription = positions.subscribe((position) => heard.push(position))
  t.teardown(() => subscription.unsubscribe())
  await firstValueFrom(positions)
  return heard
}

const reaching = (position: number) => filter((reached: number) => reached >= position)

test('whoever begins to listen hears first where the log is', async (t) => {
  const { log } = await freshLog(t)
  t.is(await firstValueFrom(log.appended), 0)
  await log.append(appendOf([expense(), expense()]))
  t.is(await firstValueFrom(log.appended), 2)
})

test('what this process appends is heard before it is answered', async (t) => {
  const { log } = await freshLog(t)
  const heard = await listenTo(t, log.appended)
  for (let count = 1; count <= 20; count++) {
    const { position } = await log.append(appendOf([expense()]))
    t.is(heard.at(-1), position)
  }
})

test('what another process appends is heard, too', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  await listenTo(t, other.appended)
  for (let count = 1; count <= 3; count++) {
    const { position } = await log.append(appendOf([expense()]))
    t.is(await firstValueFrom(other.appended.pipe(reaching(position))), position)
  }
})

test('positions only rise, and none is said twice', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  const heard = await listenTo(t, log.appended)
  await Promise.all(Array.from({ length: 100 }, (_, index) => (index % 2 ? log : other).append(appendOf([expense()]))))
  await firstValueFrom(log.appended.pipe(reaching(100)))
  t.deepEqual(
    heard,
    [...new Set(heard)].sort((a, b) => a - b),
  )
})

test('whoever listens again hears where the log is by then', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  t.is(await firstValueFrom(log.appended), 0)
  await other.append(appendOf([expense()]))
  t.is(await firstValueFrom(log.appended), 1)
})

test('while the database is away nothing is heard, and afterwards all goes on', async (t) => {
  let asked = 0
  const { appended } = watchHead(() => (++asked < 4 ? Promise.reject(new Error('away')) : Promise.resolve(asked)))
  t.is(await firstValueFrom(appended), 4)
})

test('a look that is slow is not repeated meanwhile', (t) => {
  let looks = 0
  new TestScheduler(t.deepEqual.bind(t)).run(({ expectObservable }) => {
    const { appended } = watchHead(() => {
      looks++
      return new Promise(() => {})
    })
    expectObservable(appended, '^ 10s !').toBe('')
  })
  t.is(looks, 1)
})
