import test from 'ava'
import { openFormat } from '../../../../src/web/client/format.ts'
import { EUR } from '../../../examples.ts'

const format = openFormat('en-GB')

test('figures beside an axis are short at any size', (t) => {
  t.is(format.roughly(2000), '2,000')
  t.is(format.roughly(12_500), '12.5k')
  t.is(format.roughly(1_200_000), '1.2m')
  t.is(format.roughly(-50), '−50')
  t.is(format.roughly(0.005), '0.005')
})
test('a difference says which way it goes', (t) => {
  t.is(format.signedMoney('9.00', EUR), '+€9.00')
  t.is(format.signedMoney('-9.00', EUR), '−€9.00')
  t.is(format.signedMoney('0', EUR), '€0.00')
  t.is(format.money('9.00', EUR), '€9.00')
})
test('a part is a percentage', (t) => {
  t.is(format.share(0.514), '51%')
  t.is(format.share(0), '0%')
  t.is(format.share(1), '100%')
})
test('a part of almost nothing is not said to be nothing, nor one of almost all to be all', (t) => {
  t.deepEqual([0.0001, 0.0049, 0.005].map(format.share), ['<1%', '<1%', '1%'])
  t.deepEqual([0.9949, 0.995, 0.9999].map(format.share), ['99%', '>99%', '>99%'])
})
