import { amendExpense, deleteExpense, recordExpense, restoreExpense } from '../commands/expense-commands.ts'
import { addCategory } from '../commands/category-commands.ts'
import type { Asked, Done, Work } from '../commands/handle.ts'
import { firstAdmin } from '../commands/claims.ts'
import { registerFirstUser, registerUser } from '../commands/user-commands.ts'
import { ExpenseId, newId, UserId } from '../events/ids.ts'
import { openPasswords } from '../web/server/passwords.ts'
import { people, purchases, type Purchase } from './demo-data.ts'
import type { Ledger } from './ledger.ts'
import { Unusable } from './unusable.ts'

const PASSWORD = 'demo demo demo'
/** Commands that are under way at once. */
const AT_ONCE = 64

/** Fills an empty ledger with a year of three people's expenses, through the same commands as everybody's. */
export async function fillWithDemo(
  { pool, log, handle }: Ledger,
  { json }: { json: boolean },
  say: (line: string) => void,
): Promise<number> {
  if ((await log.holder(firstAdmin)).stream !== null) {
    throw new Unusable('There are users in this ledger already: the demo only fills an empty one')
  }
  const passwords = openPasswords(pool)
  const metadata = { correlationId: newId(), origin: 'cli' as const }

  async function ask(actorId: UserId, work: Work): Promise<Done> {
    const asked: Asked = { actorId, metadata }
    const handled = await handle(asked, 201, work)
    if ('replayed' in handled) throw new Error('A command without a key cannot be a repeated one')
    return handled
  }

  let count = 0
  for (const [index, { name, email, currency, categories }] of people.entries()) {
    say(`Recording a year of ${name}'s expenses …`)
    const userId = UserId.parse(newId())
    const fields = { name, email, role: 'member' as const, currency }
    const registration = { userId, fields, before: () => passwords.keep(userId, PASSWORD) }
    await ask(userId, index === 0 ? registerFirstUser(registration) : registerUser(registration))
    for (const category of categories) await ask(userId, addCategory(userId, category))
    const year = purchases(index, new Date())
    count += year.length
    for (let at = 0; at < year.length; at += AT_ONCE) {
      await Promise.all(year.slice(at, at + AT_ONCE).map((purchase) => buy(ask, userId, purchase)))
    }
  }
  const { position } = await log.head()
  const users = people.map(({ email }) => ({ email, password: PASSWORD }))
  if (json) console.log(JSON.stringify({ expenses: count, position, users }))
  else say(`${count} expenses in ${position} events. Sign in as ${people[0]?.email} with the password "${PASSWORD}".`)
  return 0
}

/** Records a purchase, and what became of it: a wrong amount put right, a slip taken back. */
async function buy(
  ask: (actor: UserId, work: Work) => Promise<Done>,
  owner: UserId,
  purchase: Purchase,
): Promise<void> {
  const id = ExpenseId.parse(newId())
  const { later, ...texts } = purchase
  const by = { mayTouch: () => true }
  await ask(owner, recordExpense({ id, owner, ...texts }))
  if (later?.amended) await ask(owner, amendExpense(id, later.amended, by))
  if (later?.deleted) await ask(owner, deleteExpense(id, by))
  if (later?.restored) await ask(owner, restoreExpense(id, by))
}
