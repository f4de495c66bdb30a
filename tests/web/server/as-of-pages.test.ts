import test from 'ava'
import { ExpenseList } from '../../../src/web/api.ts'
import { bodyOf, fieldsOf, record, serveLedger } from './served.ts'

const { first, member, head } = await serveLedger()
const ana = await first()
const cursorOf = (next: string | null) => JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as unknown[]
const toCursor = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

test('all pages are as of the same position, also of an instant that has not come yet', async (t) => {
  const ben = await member(ana)
  const recorded = []
  for (const amount of ['1.00', '2.00', '3.00', '4.00', '5.00']) recorded.push(await record(ben, { amount }))
  const at = await head()
  for (const asOf of [String(at), '2999-01-01T00:00:00Z']) {
    const seen: string[] = []
    let asked: Record<string, string> = { asOf, sort: 'amount', limit: '2' }
    let position: string | undefined
    for (let next: string | null | undefined; next !== null; asked = { ...asked, cursor: next ?? '' }) {
      const answer = await ben.agent.get('/api/expenses').query(asked).expect(200)
      const page = ExpenseList.parse(answer.body)
      seen.push(...page.items.map(({ id, amount }) => `${id} ${amount}`))
      next = page.next
      position ??= answer.get('Ledger-Position')
      t.is(answer.get('Ledger-Position'), position)
      // Whatever happens now is not seen any more.
      await ben.agent
        .patch(`/api/expenses/${recorded[4]!.id}`)
        .send({ amount: `0.0${seen.length}` })
        .expect(200)
      await record(ben, { amount: '2.50' })
    }
    t.is(seen.length, asOf === String(at) ? 5 : 8)
    t.is(new Set(seen).size, seen.length)
  }
})

test('a cursor belongs to its asOf', async (t) => {
  const ben = await member(ana)
  for (const amount of ['1.00', '2.00', '3.00']) await record(ben, { amount })
  const at = await head()
  const list = async (query: object) => ben.agent.get('/api/expenses').query({ limit: '1', ...query })
  const { next } = ExpenseList.parse(bodyOf(await list({ asOf: at })))
  const [pinned, last] = cursorOf(next)
  t.deepEqual(cursorOf(next), [{ asOf: String(at) }, last, at])
  t.is((await list({ cursor: next })).status, 200)
  const others = [
    { cursor: next, asOf: at - 1 },
    { cursor: toCursor([pinned, last, at + 1_000_000]) },
    { cursor: toCursor([pinned, last, -1]) },
    { cursor: toCursor([pinned, last, 'now']) },
    { cursor: toCursor([{ asOf: 'now' }, last, at]) },
  ]
  for (const query of others) {
    const answer = await list(query)
    t.is(answer.status, 422, JSON.stringify(query))
    t.deepEqual(fieldsOf(answer), ['cursor'])
  }
})
