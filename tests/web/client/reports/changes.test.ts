import test from 'ava'
import { Changes, type Total } from '../../../../src/web/api.ts'
import { balances, differenceOf, differing, kindOf } from '../../../../src/web/client/reports/changes.ts'
import { compare, isTooLate } from '../../../../src/web/client/reports/comparison.ts'
import { Refused } from '../../../../src/web/client/refused.ts'
import { ana, EUR, JPY, noon, tuesday } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const part = (position: number, difference: Total[]) => {
  const actor = { id: ana, name: 'Ana' }
  return { position, type: 'ExpenseAmended', recordedAt: noon, actor, changes: {}, difference }
}
const eur = (total: string, count = 0): Total => ({ currency: EUR, count, total })

test('an expense came, went, or says something else', (t) => {
  t.is(kindOf({ was: null, is: coffee }), 'came')
  t.is(kindOf({ was: coffee, is: null }), 'went')
  t.is(kindOf({ was: coffee, is: { ...coffee, amount: '17.00' } }), 'changed')
})

test('what differs is said field by field, an amount with its currency', (t) => {
  t.deepEqual(differing(coffee, { ...coffee, amount: '17.00', date: tuesday }), ['amount', 'date'])
  t.deepEqual(differing(coffee, { ...coffee, currency: JPY }), ['amount'])
  t.deepEqual(differing(coffee, { ...coffee, category: 'Renamed since', version: 2 }), [])
})

test('what the events did to an expense adds up, and what moved nothing is left out', (t) => {
  const events = [part(2, [eur('-5.00')]), part(3, [eur('3.00')]), part(4, [])]
  t.deepEqual(differenceOf({ id: coffee.id, was: coffee, is: coffee, events }), [eur('-2.00')])
  const back = [part(2, [eur('-5.00')]), part(3, [eur('5.00')])]
  t.deepEqual(differenceOf({ id: coffee.id, was: coffee, is: coffee, events: back }), [])
})

test('each currency says what it was, what it is and the difference, also where it is new or gone', (t) => {
  const yen = { currency: JPY, count: 1, total: '900' }
  t.deepEqual(balances([eur('12.50', 1)], [eur('9.90', 1), yen], [eur('-2.60'), yen]), [
    { currency: EUR, was: '12.50', is: '9.90', difference: '-2.60' },
    { currency: JPY, was: '0', is: '900', difference: '900' },
  ])
  t.deepEqual(balances([yen], [], [{ ...yen, total: '-900' }]), [
    { currency: JPY, was: '900', is: '0', difference: '-900' },
  ])
})

test('totals are asked for at exactly the positions that the changes lie between', async (t) => {
  const asked: object[] = []
  const moment = (position: number) => ({ position, recordedAt: noon })
  const server = {
    changesBetween: async (query: object) => {
      asked.push(query)
      return Changes.parse({ since: moment(3), until: moment(9), items: [], difference: [] })
    },
    spending: async (query: { asOf?: string | undefined }) => {
      asked.push(query)
      return { asOf: moment(Number(query.asOf)), rows: [], totals: [eur(`${query.asOf}.00`, 1)] }
    },
  }
  const { signal } = new AbortController()
  const { was, is } = await compare(server, { user: ana, from: '2026-11-01' }, '2026-11-16T00:00:00Z', signal)
  t.deepEqual([was, is], [[eur('3.00', 1)], [eur('9.00', 1)]])
  const span = { user: ana, from: '2026-11-01' }
  t.deepEqual(asked, [
    { ...span, since: '2026-11-16T00:00:00Z' },
    { ...span, asOf: '3' },
    { ...span, asOf: '9' },
  ])
  await compare(server, { asOf: '12' }, '3', signal)
  t.deepEqual(asked[3], { until: '12', since: '3' })
})

test('a moment to compare with that is not before the one that is shown is told from other refusals', (t) => {
  const refused = (path: string) =>
    new Refused({ type: 'about:blank', title: 'Invalid', status: 422, errors: [{ path, message: 'Expected …' }] })
  t.true(isTooLate(refused('until')))
  t.false(isTooLate(refused('since')))
  t.false(isTooLate(new Error('No answer')))
})
