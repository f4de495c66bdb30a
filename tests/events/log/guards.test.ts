import test from 'ava'
import { categoryStream } from '../../../src/events/category.ts'
import { Conflict, type Claim, type Guard } from '../../../src/events/log/append.ts'
import type { Log } from '../../../src/events/log/log.ts'
import { userStream } from '../../../src/events/user.ts'
import {
  ana,
  anaChanged,
  anaDeleted,
  anaRegistered,
  anaRestored,
  ben,
  benRegistered,
  food,
  foodAdded,
} from '../../examples.ts'
import { appendOf, at, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'
import { isSound } from './sound.ts'

const anaStream = userStream(ana)
const foodStream = categoryStream(food)
const anaIsAdmin: Claim = { kind: 'admin', value: ana }
const benIsAdmin: Claim = { kind: 'admin', value: ben }
const address: Claim = { kind: 'email', value: 'ana@example.org' }

for (const [whose, choose] of [
  ['this process', (log: Log) => log],
  ['another process', (_log: Log, other: Log) => other],
] as const) {
  test(`an append does not take place once a stream that it looked at was moved by ${whose}`, async (t) => {
    const fresh = await freshLog(t)
    const { log } = fresh
    const mover = choose(log, await fresh.another())
    const { position: seenAt } = await log.append(appendOf([anaRegistered]))
    await log.append(appendOf([expense()], { guards: [at(anaStream, 1, seenAt)] }))
    await mover.append(appendOf([anaDeleted], { guards: [at(anaStream, 1, seenAt)] }))
    const late = appendOf([expense()], { guards: [at(anaStream, 1, seenAt)] })
    await t.throwsAsync(log.append(late), { instanceOf: Conflict, message: `Moved meanwhile: ${anaStream}` })
    t.is((await isSound(t, fresh)).length, 3)
  })

  test(`an append does not take place once a claim that it looked at was taken by ${whose}`, async (t) => {
    const { log, another } = await freshLog(t)
    const mover = choose(log, await another())
    const free = await log.holder(address)
    t.deepEqual(free, { stream: null, seenAt: 0 })
    await mover.append(appendOf([anaRegistered], { take: [{ claim: address, stream: anaStream }] }))
    const guard: Guard = { claim: address, holder: null, seenAt: free.seenAt }
    await t.throwsAsync(log.append(appendOf([benRegistered], { guards: [guard] })), { instanceOf: Conflict })
    t.deepEqual(await log.holder(address), { stream: anaStream, seenAt: 1 })
  })

  test(`an append that saw what was moved by ${whose} takes place`, async (t) => {
    const fresh = await freshLog(t)
    const { log } = fresh
    const mover = choose(log, await fresh.another())
    const { position: registered } = await log.append(appendOf([anaRegistered]))
    const { position: seenAt } = await mover.append(appendOf([anaChanged], { guards: [at(anaStream, 1, registered)] }))
    await log.append(appendOf([expense()], { guards: [at(anaStream, 2, seenAt)] }))
    await log.append(appendOf([anaDeleted], { guards: [at(anaStream, 2, seenAt)] }))
    t.is((await isSound(t, fresh)).length, 4)
  })
}

test('a guard that holds does not stand in the way, however old it is', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  const { position: seenAt } = await log.append(appendOf([anaRegistered]))
  for (const writer of [log, other, log, log, other, other]) {
    await writer.append(appendOf([expense()], { guards: [at(anaStream, 1, seenAt)] }))
  }
  t.is((await log.head()).position, 7)
})

test('a guard may say that a stream is not there', async (t) => {
  const { log } = await freshLog(t)
  await log.append(appendOf([anaRegistered], { guards: [at(foodStream, 0, 0)] }))
  await log.append(appendOf([foodAdded]))
  await t.throwsAsync(log.append(appendOf([expense()], { guards: [at(foodStream, 0, 1)] })), { instanceOf: Conflict })
})

test('of two admins who take the role from each other one fails, on any number of writers', async (t) => {
  const fresh = await freshLog(t)
  const writers = [fresh.log, await fresh.another()]
  await fresh.log.append(
    appendOf([anaRegistered, benRegistered], {
      take: [
        { claim: anaIsAdmin, stream: anaStream },
        { claim: benIsAdmin, stream: userStream(ben) },
      ],
    }),
  )
  let seenAt = 2
  for (let round = 0; round < 10; round++) {
    const settled = await Promise.allSettled(
      [anaIsAdmin, benIsAdmin].map((claim, index) => {
        const guards = [{ others: claim, seenAt }]
        return writers[(index * round) % 2]!.append(appendOf([expense()], { guards, release: [claim] }))
      }),
    )
    t.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const [loser] = await fresh.rows<{ stream: string }>('select cast(stream as char) as stream from claims')
    const gone = loser?.stream === anaStream ? benIsAdmin : anaIsAdmin
    t.false((await fresh.log.others(gone === anaIsAdmin ? benIsAdmin : anaIsAdmin)).remain)
    const back = { claim: gone, stream: gone === anaIsAdmin ? anaStream : userStream(ben) }
    seenAt = (await fresh.log.append(appendOf([expense()], { take: [back] }))).position
  }
})

test('a claim of another kind is no other', async (t) => {
  const { log } = await freshLog(t)
  await log.append(
    appendOf([anaRegistered], {
      take: [
        { claim: anaIsAdmin, stream: anaStream },
        { claim: { kind: 'first-admin', value: '' }, stream: anaStream },
        { claim: address, stream: anaStream },
      ],
    }),
  )
  t.deepEqual(await log.others(anaIsAdmin), { remain: false, seenAt: 1 })
  const guards = [{ others: anaIsAdmin, seenAt: 1 }]
  await t.throwsAsync(log.append(appendOf([expense()], { guards })), {
    instanceOf: Conflict,
    message: 'Moved meanwhile: other claims admin',
  })
})

test('another claim of a kind is seen by whoever has not made it', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  await log.append(appendOf([anaRegistered], { take: [{ claim: anaIsAdmin, stream: anaStream }] }))
  await other.append(appendOf([benRegistered], { take: [{ claim: benIsAdmin, stream: userStream(ben) }] }))
  t.deepEqual(await log.others(anaIsAdmin), { remain: true, seenAt: 2 })
  const guards = [{ others: anaIsAdmin, seenAt: 2 }]
  await log.append(appendOf([anaDeleted], { guards: [...guards, at(anaStream, 1, 2)], release: [anaIsAdmin] }))
  t.deepEqual(await log.others(benIsAdmin), { remain: false, seenAt: 3 })
  await log.append(
    appendOf([anaRestored], { guards: [at(anaStream, 2, 3)], take: [{ claim: anaIsAdmin, stream: anaStream }] }),
  )
  t.true((await log.others(benIsAdmin)).remain)
})
