import test from 'ava'
import { sum, toMajor, toMinor } from '../../../src/events/money.ts'
import { ExpenseList, type Expense } from '../../../src/web/api.ts'
import { EUR } from '../../examples.ts'
import { bodyOf, record, serveLedger } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()

/** A few for each reader. */
const READS = 8

test('while others write, a list and its totals agree, and its position brings them back', async (t) => {
  const ben = await member(ana)
  const [one, other] = [await record(ben), await record(ben)]
  const path = '/api/expenses?totals=true'
  const lists = new Map<string, string>()
  let reading = 2

  async function write({ id }: Expense) {
    for (let cents = 1; reading > 0; cents++) {
      const amount = toMajor(cents, EUR)
      await ben.agent.patch(`/api/expenses/${id}`).send({ amount }).expect(200)
    }
  }
  async function read() {
    for (let count = 0; count < READS; count++) {
      const answer = await ben.agent.get(path).set(other.since).expect(200)
      const { items, totals } = ExpenseList.parse(bodyOf(answer))
      const amounts = items.map(({ amount }) => ({ amount: toMinor(amount, EUR), currency: EUR }))
      t.is(totals?.[0]?.total, toMajor(sum(amounts, EUR).minor, EUR))
      lists.set(answer.get('Ledger-Position') ?? '', answer.text)
    }
    reading -= 1
  }

  await Promise.all([write(one), write(other), read(), read()])
  t.true(lists.size > 2)
  for (const [position, text] of lists) {
    const again = await ben.agent.get(`${path}&asOf=${position}`).expect(200)
    t.deepEqual([again.get('Ledger-Position'), again.text], [position, text])
  }
})

test('a read that waits for a position stands for that one or a later one', async (t) => {
  const { since } = await record(ana)
  const own = [`users/${ana.id}`, `users/${ana.id}/totals`]
  for (const path of ['expenses', 'expenses.csv', 'expenses.json', 'categories', 'users', ...own]) {
    const answer = await ana.agent.get(`/api/${path}`).set(since).expect(200)
    t.true(Number(answer.get('Ledger-Position')) >= Number(since['Ledger-Position']), path)
  }
})
