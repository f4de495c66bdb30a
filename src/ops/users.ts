import type * as z from 'zod'
import { emailClaim, firstAdmin } from '../commands/claims.ts'
import type { Done, Work } from '../commands/handle.ts'
import { Rejected } from '../commands/rejected.ts'
import { registerFirstUser, registerUser } from '../commands/user-commands.ts'
import { newId, UserId } from '../events/ids.ts'
import type { Log } from '../events/log/log.ts'
import { Currency } from '../events/money.ts'
import type { UserFields } from '../events/user.ts'
import { NewUser } from '../web/api.ts'
import { writeAccess } from '../web/server/access-log/access-log.ts'
import { sourceOf, userView } from '../web/server/http/views.ts'
import { openSecondFactors } from '../web/server/second-factor/store.ts'
import { openPasswords } from '../web/server/signing-in/passwords.ts'
import { askPassword } from './ask-password.ts'
import type { Ledger } from './ledger.ts'
import { asUnusable } from './passing.ts'
import { Unusable } from './unusable.ts'

type Typed<Option extends string> = { json: boolean } & { [option in Option]?: string | undefined }
type Say = (line: string) => void

const Profile = NewUser.omit({ password: true })
const Known = NewUser.pick({ email: true })

/** Registers somebody. Whoever is the first of all becomes admin, whatever was asked for. */
export async function addUser(
  { pool, log, handle }: Ledger,
  { json, name, email, role, currency }: Typed<'name' | 'email' | 'role' | 'currency'>,
  say: Say,
): Promise<number> {
  const fields = withDefaults(understood(Profile, { name, email, role, currency }))
  const password = await askPassword()
  const userId = UserId.parse(newId())
  const registration = { userId, fields, before: () => openPasswords(pool).keep(userId, password) }
  const register: Work = async (read) => {
    const isFirst = (await read.holder(firstAdmin)) === null
    return (isFirst ? registerFirstUser : registerUser)(registration)(read)
  }
  const asked = { actorId: null, metadata: { correlationId: newId(), origin: 'cli' as const } }
  // Without a key it cannot be a repeated one.
  const done = await toldPlainly(() => handle(asked, 201, register) as Promise<Done>)
  const user = await userView(sourceOf(done, log), userId)
  if (json) console.log(JSON.stringify(user))
  else say(`${user.name} is registered, as ${user.role}, and can sign in as ${user.email}.`)
  return 0
}

/** Sets somebody's password, and ends the sessions and tokens that there are. */
export async function setPassword({ pool, log }: Ledger, typed: Typed<'email'>, say: Say): Promise<number> {
  const { id, email } = await somebody(log, typed)
  const password = await askPassword()
  await toldPlainly(() => openPasswords(pool).change(id, password))
  await toldPlainly(() => writeAccess(pool, { type: 'PasswordChanged', userId: id }))
  if (typed.json) console.log(JSON.stringify({ id }))
  else say(`${email} signs in with the new password from now on. Sessions and tokens that there were have ended.`)
  return 0
}

/** Says whether somebody has a second factor; with `off` turns it off, for who has lost it. */
export async function secondFactor({ pool, log }: Ledger, typed: Typed<'email'> & { off: boolean }, say: Say) {
  const { id, email } = await somebody(log, typed)
  const factors = openSecondFactors({ pool, log })
  if (typed.off) {
    const wasOn = await toldPlainly(() => factors.turnOff(id))
    if (wasOn) await toldPlainly(() => writeAccess(pool, { type: 'SecondFactorReset', userId: id }))
  }
  const { onSince, recoveryCodes } = await toldPlainly(() => factors.of(id))
  if (typed.json) console.log(JSON.stringify({ id, onSince, recoveryCodes }))
  else if (onSince === null) say(`${email} signs in with the password alone.`)
  else say(`${email} has had a second factor since ${onSince}, and ${recoveryCodes} recovery codes.`)
  return 0
}

async function somebody(log: Pick<Log, 'holder'>, typed: Typed<'email'>): Promise<{ id: UserId; email: string }> {
  const { email } = understood(Known, { email: typed.email })
  const { stream } = await toldPlainly(() => log.holder(emailClaim(email)))
  if (stream === null) throw new Unusable(`Nobody here has the address ${email}`)
  return { id: UserId.parse(stream.slice('user-'.length)), email }
}

const euro = Currency.parse('EUR')

function withDefaults({ role = 'member', currency = euro, ...texts }: z.infer<typeof Profile>): UserFields {
  return { ...texts, role, currency }
}

function understood<T extends z.ZodType>(schema: T, typed: Record<string, string | undefined>): z.output<T> {
  const { success, data, error } = schema.safeParse(typed)
  if (success) return data
  const problems = error.issues.map(({ path: [option], message }) => {
    return `--${String(option)}: ${typed[String(option)] === undefined ? 'Required' : message}`
  })
  throw new Unusable(problems.join('; '))
}

async function toldPlainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Rejected) throw new Unusable(error.message)
    throw asUnusable(error)
  }
}
