import test from 'ava'
import { Conflict, type Claim, type Guard } from '../../../src/events/log/append.ts'
import type { Stream } from '../../../src/events/event.ts'
import { userStream } from '../../../src/events/user.ts'
import { ana, ben } from '../../examples.ts'
import { appendOf, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'

const address: Claim = { kind: 'email', value: 'ana@example.org' }
const name: Claim = { kind: 'category-name', value: 'food' }
const [anaStream, benStream] = [userStream(ana), userStream(ben)]
const taking = (stream: Stream, ...claims: Claim[]) =>
  appendOf([expense()], { take: claims.map((claim) => ({ claim, stream })) })
const releasing = (...claims: Claim[]) => appendOf([expense()], { release: claims })

test('a claim is held from its append on', async (t) => {
  const { log } = await freshLog(t)
  await log.append(taking(anaStream, address, name))
  t.is((await log.holder(address)).stream, anaStream)
  t.is((await log.holder(name)).stream, anaStream)
  t.is((await log.holder({ ...address, value: 'ana@example.com' })).stream, null)
  t.is((await log.holder({ ...address, kind: 'category-name' })).stream, null)
})

test('a claim that is held cannot be taken, not even by its holder', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  await log.append(taking(anaStream, address))
  for (const writer of [log, other]) {
    for (const stream of [anaStream, benStream]) {
      await t.throwsAsync(writer.append(taking(stream, address)), {
        instanceOf: Conflict,
        message: 'Moved meanwhile: claim email',
      })
    }
  }
  t.is((await log.head()).position, 1)
})

test('a claim that was released can be taken by another', async (t) => {
  const { log } = await freshLog(t)
  await log.append(taking(anaStream, address, name))
  await log.append(releasing(address))
  t.is((await log.holder(address)).stream, null)
  await log.append(taking(benStream, address))
  t.is((await log.holder(address)).stream, benStream)
  t.is((await log.holder(name)).stream, anaStream)
})

test('a claim that another process released can be taken', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  await log.append(taking(anaStream, address))
  await other.append(releasing(address))
  const { stream: holder, seenAt } = await log.holder(address)
  t.is(holder, null)
  const guard: Guard = { claim: address, holder, seenAt }
  await log.append({ ...taking(benStream, address), guards: [guard, ...taking(benStream).guards] })
  await other.append(releasing(address))
  await log.append(taking(anaStream, address))
  t.is((await log.holder(address)).stream, anaStream)
})

test('of many that race for a claim one wins', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  for (let round = 0; round < 10; round++) {
    const claim: Claim = { kind: 'email', value: `ana${round}@example.org` }
    const racers = [log, other, log, other, log].map((writer) => writer.append(taking(anaStream, claim)))
    const settled = await Promise.allSettled(racers)
    t.is(settled.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const outcome of settled) if (outcome.status === 'rejected') t.true(outcome.reason instanceof Conflict)
  }
  t.is((await log.head()).position, 10)
})

test('appends of one moment take and release in their order', async (t) => {
  const { log } = await freshLog(t)
  await log.append(taking(anaStream, name))
  await Promise.all([
    log.append(taking(anaStream, address)),
    log.append(releasing(address, name)),
    log.append(taking(benStream, name)),
    log.append(taking(benStream, address)),
    log.append(releasing(address)),
  ])
  t.is((await log.holder(name)).stream, benStream)
  t.is((await log.holder(address)).stream, null)
})

test('a claim that another process took is neither taken nor released by appends of one moment', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  await other.append(taking(benStream, address))
  // Now the writer knows where the head is, and nothing of the claim.
  const { position } = await log.append(appendOf([expense()]))
  const release = releasing(address)
  const guard: Guard = { claim: address, holder: anaStream, seenAt: position }
  const settled = await Promise.allSettled([
    log.append(taking(anaStream, address)),
    log.append({ ...release, guards: [guard, ...release.guards] }),
  ])
  for (const outcome of settled) t.true(outcome.status === 'rejected' && outcome.reason instanceof Conflict)
  t.is((await log.holder(address)).stream, benStream)
})
