import test from 'ava'
import { localCurrency } from '../../../../src/web/client/people/local-currency.ts'
import { initials, openPeople } from '../../../../src/web/client/people/people.ts'
import { openPersonForm } from '../../../../src/web/client/people/person-form.ts'
import { EUR, USD } from '../../../examples.ts'
import { anaUser, benUser } from '../examples.ts'

test('an admin knows everybody who is there by name', async (t) => {
  const people = openPeople({ users: async () => [anaUser] })
  t.deepEqual(people.present.value, [])
  await people.load()
  t.deepEqual(people.present.value, [anaUser])
  t.is(people.nameOf(anaUser.id), 'Ana Prüfer')
  t.is(people.nameOf(benUser.id), '')
})
test('initials are of the first and the last name', (t) => {
  t.is(initials('Ana Novak'), 'AN')
  t.is(initials('  ana maria  novak '), 'AN')
  t.is(initials('Plato'), 'P')
  t.is(initials('😀 ß'), '😀SS')
})
test('a form knows what is no longer what it began as', (t) => {
  const form = openPersonForm(anaUser)
  t.deepEqual(form.changed('name', 'currency'), {})
  form.update({ name: 'Ana Lindqvist', password: 'not asked about' })
  t.deepEqual(form.changed('name', 'currency'), { name: 'Ana Lindqvist' })
})
test('the first currency is that of the region', (t) => {
  t.is(localCurrency('en-US'), USD)
  t.is(localCurrency('de-CH'), 'CHF' as typeof USD)
  t.is(localCurrency('de'), EUR)
  t.is(localCurrency('en-AQ'), EUR)
})
