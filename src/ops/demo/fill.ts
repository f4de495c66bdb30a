import type { By } from '../../commands/by.ts'
import { addCategory } from '../../commands/category-commands.ts'
import { amendExpense, deleteExpense, recordExpense, restoreExpense } from '../../commands/expense-commands.ts'
import type { Asked, Done, Handle, Handled, Work } from '../../commands/handle.ts'
import { registerUser } from '../../commands/user-commands.ts'
import { CalendarDate } from '../../events/calendar.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../../events/ids.ts'
import type { Remembered } from '../../events/log/append.ts'
import { categories } from './habits.ts'
import { personAt } from './people.ts'
import { purchases, type Purchase, type Size } from './purchases.ts'

/** Commands that are under way at once: the writer takes as many as wait in one transaction. */
const AT_ONCE = 256

type Registration = Parameters<typeof registerUser>[0]
type Owner = { userId: UserId; categoryIds: ReadonlyMap<string, CategoryId> }

export type Filling = Size & {
  /** Where the people have their addresses. */
  domain: string
  /** Who asks for what is done in the ledger of `owner`. */
  askedBy: (owner: UserId) => Asked
  /** Runs before `userId` is registered. */
  before: (userId: UserId) => Promise<void>
  /** How the first of them is registered, which decides whether there may be more. */
  registerFirst: (registration: Registration) => Promise<Handled>
  onProgress?: (done: number, of: number) => void
}

/** Whoever fills a ledger may do so in everybody's name. */
const by: By = { standingIn: () => 'admin' }

/**
 * Fills the ledger with people and what they bought, through the same commands as everybody's. Resolves to the position of the
 * last event; or, if the first registration is a repeated one, to what is kept of that, and then does nothing.
 */
export async function fill(handle: Handle, filling: Filling): Promise<{ position: number } | { replayed: Remembered }> {
  const { users, expenses, domain, askedBy, before, registerFirst, onProgress = () => undefined } = filling
  const owners: Owner[] = []
  let [bought, position] = [0, 0]

  async function ask(owner: UserId, work: Work): Promise<Done> {
    const handled = await handle(askedBy(owner), 201, work)
    if ('replayed' in handled) throw new Error('A command without a key cannot be a repeated one')
    position = Math.max(position, handled.position)
    return handled
  }

  function registrationOf(index: number): Registration {
    const userId = UserId.parse(newId())
    const { name, email, currency } = personAt(index, domain)
    return { userId, fields: { name, email, role: 'member', currency }, before: () => before(userId) }
  }

  async function register(index: number): Promise<void> {
    const registration = registrationOf(index)
    await ask(registration.userId, registerUser(registration))
    await settle(index, registration)
  }

  async function settle(index: number, { userId }: Registration): Promise<void> {
    const added = categories.map(async (category): Promise<[string, CategoryId]> => {
      const { stream } = await ask(userId, addCategory(userId, category, by))
      return [category.name, CategoryId.parse(stream.slice('category-'.length))]
    })
    owners[index] = { userId, categoryIds: new Map(await Promise.all(added)) }
  }

  /** Records a purchase, and what became of it. */
  async function buy({ person, category, later, ...texts }: Purchase): Promise<void> {
    const { userId: owner, categoryIds } = owners[person] as Owner
    const id = ExpenseId.parse(newId())
    await ask(owner, recordExpense({ id, owner, categoryId: categoryIds.get(category), ...texts }, by))
    if (later.amended) await ask(owner, amendExpense(id, later.amended, by))
    if (later.deleted) await ask(owner, deleteExpense(id, by))
    if (later.restored) await ask(owner, restoreExpense(id, by))
  }

  const first = registrationOf(0)
  const handled = await registerFirst(first)
  if ('replayed' in handled) return handled
  await settle(0, first)
  await manyAtOnce(numbers(1, users), register)
  await manyAtOnce(purchases(filling), async (purchase) => {
    await buy(purchase)
    onProgress(++bought, expenses)
  })
  return { position }
}

/** Works on all of `items`, on some of them at a time; takes the next one when another is done. */
async function manyAtOnce<T>(items: Generator<T>, work: (item: T) => Promise<void>): Promise<void> {
  const each = async () => {
    for (const item of items) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, each))
}

function* numbers(from: number, to: number): Generator<number> {
  for (let number = from; number < to; number++) yield number
}

export function today(): CalendarDate {
  return CalendarDate.parse(new Date().toISOString().slice(0, 10))
}
