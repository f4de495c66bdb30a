import { firstAdmin } from '../commands/claims.ts'
import { registerFirstUser } from '../commands/user-commands.ts'
import { newId, type UserId } from '../events/ids.ts'
import { openPasswords } from '../web/server/signing-in/passwords.ts'
import { fill, today } from './demo/fill.ts'
import { personAt } from './demo/people.ts'
import type { Ledger } from './ledger.ts'
import { progressTo } from './progress.ts'
import { Unusable } from './unusable.ts'

const DOMAIN = 'example.com'
const PASSWORD = 'demo demo demo'

/** Numbers as they were typed. */
type Options = { json: boolean; users?: string | undefined; expenses?: string | undefined; seed?: string | undefined }

/** Fills an empty ledger. Without numbers: a year of three people. */
export async function fillWithDemo(
  { pool, log, handle }: Ledger,
  { json, ...typed }: Options,
  say: (line: string) => void,
): Promise<number> {
  const users = numberOf('users', typed.users ?? '3', 1, 100_000)
  const expenses = numberOf('expenses', typed.expenses ?? '1200', 0, 100_000_000)
  const seed = numberOf('seed', typed.seed ?? '1', 0, 2 ** 32 - 1)
  if ((await log.holder(firstAdmin)).stream !== null) {
    throw new Unusable('There are users in this ledger already: the demo only fills an empty one')
  }
  const passwords = openPasswords(pool)
  const metadata = { correlationId: newId(), origin: 'cli' as const }
  const askedBy = (owner: UserId) => ({ actorId: owner, metadata })

  say(`Recording ${expenses} expenses of ${users} people …`)
  const begun = performance.now()
  await fill(handle, {
    ...{ users, expenses, seed, until: today(), domain: DOMAIN, askedBy },
    before: (userId) => passwords.keep(userId, PASSWORD),
    registerFirst: (registration) => handle(askedBy(registration.userId), 201, registerFirstUser(registration)),
    onProgress: progressTo('Recording', say),
  })
  const seconds = (performance.now() - begun) / 1000
  const { position } = await log.head()
  const people = Array.from({ length: users }, (_, index) => personAt(index, DOMAIN).email)
  if (json) {
    const signIn = people.map((email) => ({ email, password: PASSWORD }))
    console.log(JSON.stringify({ expenses, position, seconds, users: signIn }))
  } else {
    say(`${expenses} expenses in ${position} events, in ${seconds.toFixed(1)} s.`)
    say(`Sign in as ${people[0]} with the password "${PASSWORD}".`)
  }
  return 0
}

function numberOf(name: string, typed: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(typed) ? Number(typed) : NaN
  if (number >= least && number <= most) return number
  throw new Unusable(`--${name}: expected a whole number from ${least} to ${most}`)
}
