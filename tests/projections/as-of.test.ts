import test from 'ava'
import fc from 'fast-check'
import type { Ledger } from '../../src/projections/projections.ts'
import { anyBooks } from './any-history.ts'
import { anyQuestion, answerOf } from './any-question.ts'
import { CategoryId, newId } from '../../src/events/ids.ts'
import { ana, anaRegistered, foodAdded, lunchAmended, lunchRecorded } from '../examples.ts'
import { projected } from './projected.ts'

const sizes = fc.array(fc.integer({ min: 4, max: 30 }), { minLength: 15, maxLength: 15 })
const questions = fc.array(anyQuestion, { minLength: 3, maxLength: 3 })

test('as of a position the ledger answers what it answered there, to the byte', async (t) => {
  const { projections, append, caughtUp, log } = await projected(t)
  projections.follow()
  const property = fc.asyncProperty(anyBooks, sizes, questions, async (books, sizes, questions) => {
    const batches = sizes.map(() => newId())
    const inBatches = { ...books, batches }
    const answersOf = (ledger: Ledger) => Promise.all(questions.map((one) => answerOf(ledger, inBatches, one)))
    const left = [...books.events]
    const answered = new Map<number, string[]>()
    for (const [index, size] of sizes.entries()) {
      if (left.length === 0) break
      await append(left.splice(0, size), books.people[0]?.id, batches[index])
      await caughtUp(projections)
      answered.set((await log.head()).position, await answersOf(projections))
    }
    for (const [position, answers] of answered) t.deepEqual(await answersOf(projections.asOf(position)), answers)
  })
  await fc.assert(property, { numRuns: 8, endOnFailure: true })
})

test('before the first event there is nothing', async (t) => {
  const { projections, append } = await projected(t)
  const [books] = fc.sample(anyBooks, 1)
  const [question] = fc.sample(anyQuestion, 1)
  const inBatches = { ...books!, batches: [newId()] }
  const nothing = await answerOf(projections, inBatches, question!)
  await append(books!.events, null, inBatches.batches[0])
  t.is(await answerOf(projections.asOf(0), inBatches, question!), nothing)
})

test('an expense is found by the words that it had', async (t) => {
  const { projections, append, log } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded, lunchAmended])
  const { position } = await log.head()
  const found = async (at: number, q: string) => {
    return (await projections.asOf(at).totalsOfExpenses({ userId: ana, q, deleted: 'false' })).count
  }
  t.deepEqual([await found(position - 1, 'HARBOUR'), await found(position - 1, 'sea')], [1, 0])
  t.deepEqual([await found(position, 'HARBOUR'), await found(position, 'sea')], [0, 1])
})

test('categories come in the order of the table, whatever they are called', async (t) => {
  const { projections, append, caughtUp, log } = await projected(t)
  projections.follow()
  const named = ['🚀', '\ufb00', 'Zoo', 'ö', 'a b', 'a'].map((name) => {
    return { ...foodAdded, categoryId: CategoryId.parse(newId()), name }
  })
  await append([anaRegistered, ...named])
  await caughtUp(projections)
  const then = projections.asOf((await log.head()).position)
  t.deepEqual(await then.listCategories({ limit: 10 }), await projections.listCategories({ limit: 10 }))
})

test('what was found by the words of somebody who was erased is found no more', async (t) => {
  const { projections, append, log, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  const { position } = await log.head()
  const filter = { userId: ana, q: 'harbour', deleted: 'all' } as const
  const found = async () => (await projections.asOf(position).totalsOfExpenses(filter)).count
  t.is(await found(), 1)
  await rows('delete from `keys` where owner = ?', [ana])
  await rows('insert into erasures (user_id, asked_at, number) values (?, utc_timestamp(6), 1)', [ana])
  t.is(await found(), 0)
})
