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
})
