import test from 'ava'
import fc from 'fast-check'
import { openSessions } from '../../../src/web/server/signing-in/sessions.ts'
import { requests, type Asker, type Wild } from './fuzz/requests.ts'
import { addCategory, bodyOf, record, serveLedger, type Person } from './served.ts'

// Every route, from its description, with what fits it, what nearly does, and what was never meant to. Half a minute here; longer with
// `npm run fuzz -- --minutes 30`, and the same again with `--seed`.
const minutes = Number(process.env.FUZZ_MINUTES ?? 0.45)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
/** Requests of one seed, some three seconds of them. All are made, also on a machine that takes longer, before the clock is looked at. */
const ROUND = 400

const SECRET = 'Zimtschnecke'
/** Stands in a ledger that nobody but admins may look at. */
const HERS = 'Zimtstern'
const served = await serveLedger()
const sessions = openSessions(served.ledger.pool)
const ana = await served.first(`Ana ${SECRET}`)
const ben = await served.member(ana, { name: `Ben ${SECRET}` })
const cleo = await served.member(ana)
const people: Record<Exclude<Asker, 'nobody'>, Person> = { admin: ana, member: ben, guest: cleo }

/** Things of everybody's, some of them deleted, and an id of nothing. */
async function idsOfThings(): Promise<string[]> {
  await ben.agent.post(`/api/users/${ben.id}/shares`).send({ userId: cleo.id, role: 'editor' }).expect(201)
  const ids: string[] = [ben.id, cleo.id, '01970000-0000-7000-8000-000000000000']
  const dora = await served.member(ana)
  for (const person of [ana, ben, cleo, dora]) {
    const expenses = [
      await record(person, { description: person === dora ? `${SECRET} ${HERS}` : SECRET }),
      await record(person, { currency: 'JPY', amount: '9' }),
    ]
    await person.agent.delete(`/api/expenses/${expenses[1]?.id}`).expect(200)
    const body = { ids: [expenses[0]?.id], change: { amount: '1.00' } }
    const { batch } = bodyOf(await person.agent.post('/api/expenses/bulk').send(body).expect(200)) as { batch: string }
    ids.push(...expenses.map(({ id }) => id), (await addCategory(person, { name: 'Rent' })).id, batch)
  }
  return ids
}

/** A new session each time: whoever has just signed out, or was deleted and is back, goes on asking. */
async function ask({ asker, method, path, headers, type, body }: Wild) {
  const agent = served.nobody()
  if (asker !== 'nobody') agent.set('Cookie', `session=${await sessions.open(people[asker].id)}`)
  const asked = agent[method as 'post'](path).set(headers)
  return body === undefined ? asked : asked.set('Content-Type', type).send(body)
}

async function isLeak(asker: Asker, text: string): Promise<boolean> {
  if (asker === 'nobody') return text.includes(SECRET)
  if (asker === 'admin' || !text.includes(HERS)) return false
  // Whoever asks may have been made an admin meanwhile.
  const cookie = `session=${await sessions.open(people[asker].id)}`
  const answer = await fetch(`${served.address}/api/session`, { headers: { cookie } })
  return ((await answer.json()) as { role?: string }).role !== 'admin'
}

test('whatever is asked is answered as described: never with a fault, never with what is not theirs', async (t) => {
  const until = Date.now() + minutes * 60_000
  t.timeout(minutes * 60_000 + 300_000)
  const property = fc.asyncProperty(requests(fc.constantFrom(...(await idsOfThings()))), async (wild) => {
    // Each answer is held against the description as it comes (served.ts).
    const answer = await ask(wild)
    if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text}`)
    if (await isLeak(wild.asker, answer.text ?? '')) throw new Error(`Shown to ${wild.asker}: ${answer.text}`)
  })
  let round = 0
  do await fc.assert(property, { seed: seed + round++, numRuns: ROUND, includeErrorInReport: true })
  while (Date.now() < until)
  t.log(`${round * ROUND} requests, ${round} rounds from seed ${seed} on`)
  const { ok, differences } = await served.ledger.projections.check()
  t.deepEqual(differences, [])
  t.true(ok)
  const cookie = `session=${await sessions.open(ana.id)}`
  const verified = await fetch(`${served.address}/api/audit/verify`, { headers: { cookie } })
  t.like(await verified.json(), { ok: true })
})
