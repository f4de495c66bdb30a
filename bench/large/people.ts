import { addCategory } from '../../src/commands/category-commands.ts'
import type { Handle, Work } from '../../src/commands/handle.ts'
import { registerFirstUser, registerUser } from '../../src/commands/user-commands.ts'
import type { CategoryId, UserId } from '../../src/events/ids.ts'
import { newId, UserId as Id } from '../../src/events/ids.ts'
import type { Log } from '../../src/events/log/log.ts'
import { Currency } from '../../src/events/money.ts'
import type { Passwords } from '../../src/web/server/signing-in/passwords.ts'
import { ana } from '../serving/ledger.ts'

const PEOPLE = 100
export const categoryNames = ['Groceries', 'Eating out', 'Transport', 'Home', 'Rent', 'Health', 'Leisure', 'Travel']
export const metadata = { correlationId: newId(), origin: 'cli' as const }

export type Person = { userId: UserId; categories: CategoryId[] }

/** A hundred people with eight categories each. Ana is the first, and so the admin, and may sign in. */
export async function registerPeople(handle: Handle, passwords: Passwords): Promise<void> {
  for (let number = 0; number < PEOPLE; number++) {
    const userId = Id.parse(newId())
    const own = { standingIn: () => 'owner' as const }
    const ask = (work: Work) => handle({ actorId: userId, metadata }, 201, work)
    const [name, email] = number === 0 ? [ana.name, ana.email] : [`Person ${number}`, `person${number}@example.com`]
    const fields = { name, email, role: 'member' as const, currency: Currency.parse('EUR') }
    const first = number === 0
    const before = async () => (first ? passwords.keep(userId, ana.password) : undefined)
    await ask((first ? registerFirstUser : registerUser)({ userId, fields, before }))
    await Promise.all(categoryNames.map((name) => ask(addCategory(userId, { name, colour: '#3d9068' }, own))))
  }
}

/** Those who are there, in the order they came. */
export async function readPeople(log: Log): Promise<Person[]> {
  const people = new Map<UserId, Person>()
  const events = PEOPLE * (1 + categoryNames.length)
  const types = ['UserRegistered', 'CategoryAdded'] as const
  for (const { event } of await log.readAfter(0, events, { types, upTo: events })) {
    if (event.type === 'UserRegistered') people.set(event.userId, { userId: event.userId, categories: [] })
    if (event.type === 'CategoryAdded') people.get(event.userId)?.categories.push(event.categoryId)
  }
  return [...people.values()]
}
