import test from 'ava'
import fc from 'fast-check'
import { eventTypes, type EventType, type Recorded } from '../../src/events/event.ts'
import { newId } from '../../src/events/ids.ts'
import { activity } from '../../src/projections/activity/projection.ts'
import { touchesOf } from '../../src/projections/fold.ts'
import { readWindow } from '../../src/projections/following/window.ts'
import type { Projection } from '../../src/projections/projection.ts'
import { NotReached, type ActivityFilter, type Projections } from '../../src/projections/projections.ts'
import { users } from '../../src/projections/users.ts'
import { ana, anaRegistered, ben, benRegistered, lunch, lunchRecorded, metadata, oneOfEach } from '../examples.ts'
import { anyBooks } from './any-history.ts'
import { projected } from './projected.ts'
import { recorded } from './recorded.ts'
import { storyOf } from './story.ts'

const story = storyOf(activity)

test('what somebody does in their own ledger is in two scopes', story, {
  given: Object.values(oneOfEach),
  by: ana,
  then: rowsIn(['', `own ${ana}`], eventTypes),
})

test('what somebody else does there is found by either of them and by both', story, {
  given: Object.values(oneOfEach),
  by: ben,
  then: rowsIn(['', `in ${ana}`, `by ${ben}`, `in ${ana} by ${ben}`], eventTypes),
})

test('what the command line did was done by nobody', story, {
  given: [anaRegistered],
  then: rowsIn(['', `in ${ana}`], ['UserRegistered']),
})

test('a batch is a scope, too', (t) => {
  const [registered] = recorded([anaRegistered], ana)
  const touches = touchesOf(activity, [{ ...registered!, metadata: { ...metadata, batch: 'a batch' } }])
  t.deepEqual(
    touches.map(({ key }) => key),
    ['1 ', `1 own ${ana}`, '1 batch a batch'],
  )
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

test('nothing can be found by scope while the table of an older version is read', async (t) => {
  const { projections, rows } = await projected(t)
  await rows('alter table activity change scope user_id varchar(80) character set ascii collate ascii_bin not null')
  for (const filter of [{ userId: ana }, { userId: ana, batch: newId() }]) {
    await t.throwsAsync(projections.listActivity(filter, 50), { instanceOf: NotReached })
  }
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

/** The rows of one event of each of `types`, in this order. */
function rowsIn(scopes: readonly string[], types: readonly EventType[]) {
  const rows = types.flatMap((type, at) => scopes.map((scope) => ({ scope, type, position: at + 1 })))
  return Object.fromEntries(rows.map((row) => [`${row.position} ${row.scope}`, row]))
}

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
