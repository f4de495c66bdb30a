import test from 'ava'
import { streamOf, type LedgerEvent } from '../../../../src/events/event.ts'
import type { UserId } from '../../../../src/events/ids.ts'
import { summaryOf } from '../../../../src/web/server/audit/summary.ts'
import {
  ana,
  anaChanged,
  anaDeleted,
  anaRegistered,
  anaRestored,
  ben,
  benDeleted,
  benRegistered,
  eur,
  EUR,
  food,
  foodAdded,
  foodArchived,
  foodChanged,
  foodRestored,
  JPY,
  lunchAmended,
  lunchDeleted,
  lunchFacts,
  lunchRecorded,
  lunchRestored,
  monday,
  travel,
  travelAdded,
  tuesday,
  type Of,
} from '../../../examples.ts'
import { Minor } from '../../../../src/events/money.ts'
import { lastOf } from './told.ts'

type Changes = Of<'ExpenseAmended'>['changes']

const before = [anaRegistered, benRegistered, foodAdded, travelAdded, lunchRecorded]
const amended = (changes: Changes): LedgerEvent => ({ ...lunchAmended, changes })
const story = test.macro((t, event: LedgerEvent, by: UserId | null, expected: string) => {
  const others = before.filter((one) => one.type !== event.type || streamOf(one) !== streamOf(event))
  const { last, names } = lastOf([...others, event], by)
  t.is(summaryOf(last, names), expected)
})

test('somebody registers', story, anaRegistered, ana, 'Ana Prüfer registered')
test('somebody is added', story, benRegistered, ana, 'Ana Prüfer added Ben Okafor’s profile')
test(
  'somebody is added by nobody who is signed in',
  story,
  benRegistered,
  null,
  'The command line added Ben Okafor’s profile',
)
test(
  'a profile changes: names are those from before',
  story,
  anaChanged,
  ana,
  'Ana Prüfer changed the name of their own profile to “Ana Lindqvist”, the e-mail address from ana@example.org to lindqvist@example.org and the currency from EUR to USD',
)
test(
  'a role changes',
  story,
  { type: 'UserChanged', userId: ben, changes: { role: { from: 'member', to: 'admin' } } },
  ana,
  'Ana Prüfer changed the role of Ben Okafor’s profile from member to admin',
)
test('somebody else is deleted', story, benDeleted, ana, 'Ana Prüfer deleted Ben Okafor’s profile')
test('somebody deletes themselves', story, anaDeleted, ana, 'Ana Prüfer deleted their own profile')
test('somebody is restored', story, anaRestored, ben, 'Ben Okafor restored Ana Prüfer’s profile')
test('a category is added', story, foodAdded, ana, 'Ana Prüfer added the category “Food”')
test('a category of somebody else is added', story, foodAdded, ben, 'Ben Okafor added Ana Prüfer’s category “Food”')
test(
  'a category changes',
  story,
  foodChanged,
  ana,
  'Ana Prüfer changed the name of the category “Food” to “Groceries” and the colour from #3d9068 to #c94f6d',
)
test('a category is archived', story, foodArchived, ana, 'Ana Prüfer archived the category “Food”')
test(
  'a category comes back',
  story,
  { ...foodRestored, changes: {} },
  ana,
  'Ana Prüfer brought back the category “Food”',
)
test(
  'a category comes back with another spelling',
  story,
  foodRestored,
  ana,
  'Ana Prüfer brought back the category “Food” as “FOOD”',
)
test(
  'an expense is recorded',
  story,
  lunchRecorded,
  ana,
  'Ana Prüfer recorded “Lunch at the harbour”: 12.50 EUR on 2026-11-23 in “Food”',
)
test(
  'an expense of somebody else is recorded',
  story,
  lunchRecorded,
  ben,
  'Ben Okafor recorded Ana Prüfer’s “Lunch at the harbour”: 12.50 EUR on 2026-11-23 in “Food”',
)
test(
  'an amount changes',
  story,
  amended({ amount: { from: eur('12.50'), to: eur('9.90') } }),
  ana,
  'Ana Prüfer changed the amount of “Lunch at the harbour” from 12.50 EUR to 9.90 EUR',
)
test(
  'a currency changes, and with it what the amount is',
  story,
  amended({ currency: { from: EUR, to: JPY }, amount: { from: eur('12.50'), to: Minor.parse(1500) } }),
  ana,
  'Ana Prüfer changed the amount of “Lunch at the harbour” from 12.50 EUR to 1500 JPY',
)
test(
  'a currency changes alone',
  story,
  amended({ currency: { from: EUR, to: JPY } }),
  ana,
  'Ana Prüfer changed the amount of “Lunch at the harbour” from 12.50 EUR to 1250 JPY',
)
test(
  'everything else changes',
  story,
  amended({
    date: { from: monday, to: tuesday },
    categoryId: { from: food, to: travel },
    description: { from: 'Lunch at the harbour', to: 'Ferry' },
  }),
  ben,
  'Ben Okafor changed the date of Ana Prüfer’s “Lunch at the harbour” from 2026-11-23 to 2026-11-24, the category from “Food” to “Travel” and the description to “Ferry”',
)
test('nobody can say any more what changed', story, amended({}), ana, 'Ana Prüfer changed “Lunch at the harbour”')
test(
  'an expense is deleted',
  story,
  lunchDeleted,
  ana,
  'Ana Prüfer deleted “Lunch at the harbour”: 12.50 EUR on 2026-11-23',
)
test(
  'an expense is restored',
  story,
  { ...lunchRestored, facts: { ...lunchFacts, amount: eur('-3') } },
  ana,
  'Ana Prüfer restored “Lunch at the harbour”: -3.00 EUR on 2026-11-23',
)
test(
  'long texts are cut short, and stay on a line',
  story,
  { ...lunchRecorded, description: `Lunch\n\tat ${'🚀'.repeat(100)}` },
  ana,
  `Ana Prüfer recorded “Lunch at ${'🚀'.repeat(50)}…”: 12.50 EUR on 2026-11-23 in “Food”`,
)
