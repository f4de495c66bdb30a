import test from 'ava'
import { progressTo } from '../../src/ops/progress.ts'

test('long work says at most once a second how far it is, how fast it goes and how long it will take', (t) => {
  let now = 0
  Object.defineProperty(performance, 'now', { value: () => now, configurable: true })
  t.teardown(() => Reflect.deleteProperty(performance, 'now'))
  const said: string[] = []
  const tell = progressTo('Rebuilding', (line) => said.push(line))
  const at = (milliseconds: number, done: number, of: number) => {
    now = milliseconds
    tell(done, of)
  }
  at(999, 99, 1_000)
  at(1_000, 100, 1_000)
  at(1_999, 199, 1_000)
  at(2_500, 250, 25_250)
  at(4_000, 25_250, 25_250)
  t.deepEqual(said, ['Rebuilding: 10 % (100 a second, 9 s left)', 'Rebuilding: 0 % (100 a second, 4 min 10 s left)'])
})
