import test from 'ava'
import fc from 'fast-check'
import { eventTypes, type Recorded } from '../../src/events/event.ts'
import { newId } from '../../src/events/ids.ts'
import { activity } from '../../src/projections/activity/projection.ts'
import { readWindow } from '../../src/projections/following/window.ts'
import type { Projection } from '../../src/projections/projection.ts'
import type { ActivityFilter, Projections } from '../../src/projections/projections.ts'
import { users } from '../../src/projections/users.ts'
import { ana, anaRegistered, ben, benRegistered, lunch, lunchRecorded, oneOfEach } from '../examples.ts'
import { anyBooks } from './any-history.ts'
import { projected } from './projected.ts'
import { storyOf } from './story.ts'

const story = storyOf(activity)

test('each event is a row: whose, by whom and what', story, {
  given: Object.values(oneOfEach),
  by: ben,
  then: Object.fromEntries(
    eventTypes.map((type, at) => [at + 1, { position: at + 1, type, userId: ana, actorId: ben, batch: null }]),
  ),
})

test('what the command line did has no actor', story, {
  given: [anaRegistered],
  then: { 1: { actorId: null } },
})

test('whatever is asked for, it is what going through the log finds, newest first', async (t) => {
  const { projections, append, caughtUp, log } = await projected(t)
  projections.follow()
  const batches = [newId(), newId()]
  for (const { events, people } of fc.sample(anyBooks, { numRuns: 8, seed: 1 })) {
    const actors = [null, ana, ...people.map(({ id }) => id)]
    for (const [at, event] of events.entries()) await append([event], actors[at % 5], batches[at % 4])
  }
  await caughtUp(projections)
  const all = await log.readAfter(0, 1_000)
  const filters = filtersOf(all, batches)
  const property = fc.asyncProperty(filters, fc.integer({ min: 1, max: 40 }), async (filter, limit) => {
    const expected = all.filter((recorded) => matches(recorded, filter)).map(({ position }) => position)
    t.deepEqual(await pagesOf(projections, filter, limit), expected.reverse())
  })
  await fc.assert(property, { numRuns: 300 })
})

test('metadata are read only where somebody is told them', async (t) => {
  const { append, log } = await projected(t)
  await append([anaRegistered], ana, 'a batch')
  const told = async (...all: Projection[]) => (await readWindow(log, all, 0, 1)).events[0]
  t.false('metadata' in (await told(users))!)
  t.is((await told(users, activity))?.metadata?.batch, 'a batch')
})

test('nothing is found where nothing matches', async (t) => {
  const { projections, append, caughtUp } = await projected(t)
  projections.follow()
  await append([anaRegistered, benRegistered, lunchRecorded], ana)
  await caughtUp(projections)
  for (const filter of [{ userId: ben, actorId: ben }, { batch: newId() }, { expenseId: lunch, userId: ben }]) {
    t.deepEqual(await projections.listActivity(filter, 50), { items: [], next: null })
  }
})

/** Filters of every kind and all together, for what there is and for what there is not. */
function filtersOf(all: readonly Recorded[], batches: readonly string[]): fc.Arbitrary<ActivityFilter> {
  const users = [...new Set(all.map(({ event }) => event.userId)), ben]
  const expenses = [...new Set(all.flatMap(({ event }) => ('expenseId' in event ? [event.expenseId] : []))), lunch]
  const position = fc.nat(all.length + 1)
  return fc.record(
    {
      userId: fc.constantFrom(...users),
      actorId: fc.constantFrom(...users, ana),
      type: fc.constantFrom(...eventTypes),
      batch: fc.constantFrom(...batches, newId()),
      expenseId: fc.constantFrom(...expenses),
      after: position,
      before: position,
    },
    { requiredKeys: [] },
  )
}

function matches({ position, event, actorId, metadata }: Recorded, filter: ActivityFilter): boolean {
  const { userId, type, batch, expenseId, after = 0, before = Infinity } = filter
  return (
    (userId === undefined || event.userId === userId) &&
    (filter.actorId === undefined || actorId === filter.actorId) &&
    (type === undefined || event.type === type) &&
    (batch === undefined || metadata.batch === batch) &&
    (expenseId === undefined || ('expenseId' in event && event.expenseId === expenseId)) &&
    position > after &&
    position < before
  )
}

async function pagesOf(projections: Projections, filter: ActivityFilter, limit: number): Promise<number[]> {
  const positions: number[] = []
  for (let before: number | null | undefined = filter.before; before !== null;) {
    const page = await projections.listActivity({ ...filter, before }, limit)
    positions.push(...page.items)
    before = page.next
  }
  return positions
}
