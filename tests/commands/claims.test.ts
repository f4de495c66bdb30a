import test from 'ava'
import fc from 'fast-check'
import {
  decide as decideCategory,
  evolve as evolveCategory,
  noCategory,
  type Category,
} from '../../src/commands/category.ts'
import {
  adminClaim,
  categoryClaims,
  categoryNameClaim,
  emailClaim,
  userClaims,
  type ClaimChanges,
} from '../../src/commands/claims.ts'
import { Rejected } from '../../src/commands/rejected.ts'
import { decide as decideUser, evolve as evolveUser, noUser, type User } from '../../src/commands/user.ts'
import type { Claim } from '../../src/events/log/append.ts'
import {
  ana,
  anaChanged,
  anaDeleted,
  anaRegistered,
  anaRestored,
  ben,
  benRegistered,
  food,
  foodAdded,
  foodArchived,
  foodChanged,
  foodRestored,
} from '../examples.ts'
import { categoryCommand, userCommand } from './commands.ts'

const nothing = { take: [], release: [] }
const anaHolds = (...claims: Claim[]) => claims.map((claim) => ({ claim, stream: `user-${ana}` }))
const registered = evolveUser(noUser, anaRegistered)

test('a member holds an e-mail address', (t) => {
  t.deepEqual(userClaims(noUser, [benRegistered]), {
    take: [{ claim: emailClaim('ben@example.org'), stream: `user-${ben}` }],
    release: [],
  })
})
test('an admin holds that, too', (t) => {
  t.deepEqual(userClaims(noUser, [anaRegistered]), {
    take: anaHolds(emailClaim('ana@example.org'), adminClaim(ana)),
    release: [],
  })
})
test('another e-mail address is taken and the old one free', (t) => {
  t.deepEqual(userClaims(registered, [anaChanged]), {
    take: anaHolds(emailClaim('lindqvist@example.org')),
    release: [emailClaim('ana@example.org')],
  })
})
test('a deleted user holds nothing', (t) => {
  t.deepEqual(userClaims(registered, [anaDeleted]), {
    take: [],
    release: [emailClaim('ana@example.org'), adminClaim(ana)],
  })
})
test('a restored user holds what it held', (t) => {
  const deleted = evolveUser(registered, anaDeleted)
  t.deepEqual(userClaims(deleted, [anaRestored]), {
    take: anaHolds(emailClaim('ana@example.org'), adminClaim(ana)),
    release: [],
  })
})
test('the case of an e-mail address does not make it another', (t) => {
  const change = { email: { from: 'ana@example.org', to: 'Ana@Example.org' } }
  t.deepEqual(userClaims(registered, [{ type: 'UserChanged', userId: ana, changes: change }]), nothing)
})
test('an archived category keeps its name, and comes back under it', (t) => {
  t.deepEqual(categoryClaims([foodArchived, foodRestored]), nothing)
})
test('a name belongs to one category of one user', (t) => {
  t.deepEqual(categoryNameClaim(ana, ' FOOD'), categoryNameClaim(ana, 'Food'))
  t.notDeepEqual(categoryNameClaim(ana, 'Food'), categoryNameClaim(ben, 'Food'))
  t.notDeepEqual(categoryNameClaim(ana, 'Food'), categoryNameClaim(ana, 'Foods'))
})
test('a renamed category gives its name up for another', (t) => {
  t.deepEqual(categoryClaims([foodAdded, foodChanged]), {
    take: [
      { claim: categoryNameClaim(ana, 'Food'), stream: `category-${food}` },
      { claim: categoryNameClaim(ana, 'Groceries'), stream: `category-${food}` },
    ],
    release: [categoryNameClaim(ana, 'Food')],
  })
})

test('what is held is always what the state says', (t) => {
  fc.assert(
    fc.property(fc.array(userCommand, { maxLength: 25 }), (commands) => {
      const held = new Set<string>()
      let user: User = noUser
      for (const { command, around } of commands) {
        const events = unlessRefused(() => decideUser(user, command, around))
        change(held, userClaims(user, events))
        user = events.reduce(evolveUser, user)
        expectHeld(held, claimsOfUser(user))
      }
    }),
  )
  fc.assert(
    fc.property(fc.array(categoryCommand, { maxLength: 25 }), (commands) => {
      const held = new Set<string>()
      let category: Category = noCategory
      for (const command of commands) {
        const events = unlessRefused(() => decideCategory(category, command))
        change(held, categoryClaims(events))
        category = events.reduce(evolveCategory, category)
        expectHeld(held, category.status === 'none' ? [] : [categoryNameClaim(category.userId, category.name)])
      }
    }),
  )
  t.pass()
})

function claimsOfUser(user: User): Claim[] {
  if (user.status !== 'active') return []
  return [emailClaim(user.email), ...(user.role === 'admin' ? [adminClaim(user.id)] : [])]
}

/** Releases what is held and takes what is free, or throws. */
function change(held: Set<string>, { take, release }: ClaimChanges): void {
  for (const claim of release) if (!held.delete(nameOf(claim))) throw new Error(`${nameOf(claim)} was not held`)
  for (const { claim } of take) {
    if (held.has(nameOf(claim))) throw new Error(`${nameOf(claim)} was held already`)
    held.add(nameOf(claim))
  }
}

function expectHeld(held: Set<string>, claims: readonly Claim[]): void {
  const [actual, expected] = [[...held].sort(), claims.map(nameOf).sort()]
  if (actual.join() !== expected.join()) throw new Error(`${actual.join()} is held, not ${expected.join()}`)
}

function nameOf({ kind, value }: Claim): string {
  return `${kind} ${value}`
}

function unlessRefused<E>(decide: () => E[]): E[] {
  try {
    return decide()
  } catch (error) {
    if (error instanceof Rejected) return []
    throw error
  }
}
