import type { By } from '../../../../src/commands/by.ts'
import { addCategory } from '../../../../src/commands/category-commands.ts'
import {
  amendExpense,
  deleteExpense,
  recordExpense,
  restoreExpense,
} from '../../../../src/commands/expense-commands.ts'
import type { Asked, Work } from '../../../../src/commands/handle.ts'
import { changeUser, deleteUser, registerUser, restoreUser } from '../../../../src/commands/user-commands.ts'
import { benFields, metadata, monday } from '../../../examples.ts'
import { person } from '../ids.ts'
import type { Action, Scene } from '../scene.ts'

// Real commands, by a few people who get in each other's way: what they look at becomes guards, what they hold claims.

const anybody: By = { standingIn: () => 'admin' }
const roles = ['admin', 'member'] as const
const emails = ['ana@example.org', 'ben@example.org', 'cleo@example.org', 'dora@example.org'] as const
const names = ['Food', 'FOOD', 'Travel', 'Rent', 'Books'] as const

export const register: Action = (scene) => {
  const fields = { ...benFields, email: scene.random.pick(emails), role: scene.random.pick(roles) }
  return ask(scene, registerUser({ userId: somebody(scene), fields, before: () => Promise.resolve() }))
}

export const changePerson: Action = (scene) => {
  const { random } = scene
  const wanted = random.chance(0.5) ? { role: random.pick(roles) } : { email: random.pick(emails) }
  return ask(scene, changeUser(somebody(scene), wanted, anybody))
}

export const deleteOrRestore: Action = (scene) => {
  const command = scene.random.chance(0.4) ? deleteUser : restoreUser
  return ask(scene, command(somebody(scene), anybody))
}

export const categorise: Action = (scene) => {
  return ask(scene, addCategory(somebody(scene), { name: scene.random.pick(names) }, anybody))
}

/** With a category by its name, which may have to be added. */
export const recordByCommand: Action = async (scene) => {
  const id = scene.ids.expense()
  const [owner, category] = [somebody(scene), scene.random.pick(names)]
  const work = recordExpense(
    { id, owner, category, description: 'Lunch', date: monday, amount: amount(scene) },
    anybody,
  )
  await askWithKey(scene, work, id)
  scene.recorded.push(id)
}

export const changeByCommand: Action = (scene) => {
  const { recorded, random } = scene
  if (recorded.length === 0) return Promise.resolve()
  const id = random.pick(recorded.slice(-20))
  const commands = [deleteExpense, restoreExpense].map((command) => command(id, anybody))
  return ask(scene, random.pick([amendExpense(id, { amount: amount(scene) }, anybody), ...commands]))
}

/** Half of the requests have a key, and half of these are made twice, as by somebody who did not wait for the answer. */
async function askWithKey(scene: Scene, work: Work, key: string): Promise<unknown> {
  const { random, me } = scene
  if (random.chance(0.5)) return ask(scene, work)
  const asked = { key: { userId: me, key, request: Buffer.alloc(32, key) } }
  return Promise.all(Array.from({ length: random.below(2) + 1 }, () => ask(scene, work, asked)))
}

function ask({ handle, me }: Scene, work: Work, asked: Partial<Asked> = {}): Promise<unknown> {
  return handle({ actorId: me, metadata, ...asked }, 200, work)
}

function somebody({ random }: Scene) {
  return person(random.below(5))
}

/** In major units, as no other event has it. */
function amount({ ids }: Scene): string {
  const cents = String(ids.amount())
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`
}
