import test from 'ava'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { openProfileChanges } from '../../../../src/web/client/people/profile-changes.ts'
import { isErased, matching, readProfiles } from '../../../../src/web/client/people/profiles.ts'
import { choicesOf, chosenOf } from '../../../../src/web/client/people/whose.ts'
import { Unreachable } from '../../../../src/web/client/refused.ts'
import { ana, ben, EUR } from '../../../examples.ts'
import { anaUser, benUser } from '../examples.ts'

const gone = { ...benUser, deleted: true }
const totals = [{ currency: EUR, count: 1, total: '16.50' }]

/** Ana is there, Ben was deleted; what was asked as of when is kept. */
function ledger() {
  const asked: (string | undefined)[] = []
  const server = {
    users: async (deleted: boolean, asOf?: string) => (asked.push(asOf), deleted ? [gone] : [anaUser]),
    totals: async (_: unknown, asOf?: string) => (asked.push(asOf), totals),
  }
  return { server, asked }
}

test('everybody who is there has totals, as known then', async (t) => {
  const { server, asked } = ledger()
  t.deepEqual(await readProfiles(server, { deletedToo: false, asOf: '12' }), [{ user: anaUser, totals }])
  t.deepEqual(asked, ['12', '12'])
})
test('those who were deleted come last, and only if they are asked for', async (t) => {
  const profiles = await readProfiles(ledger().server, { deletedToo: true, asOf: undefined })
  t.deepEqual(profiles[1], { user: gone, totals: [] })
})
test('somebody who was erased has no address; who was only deleted has one', (t) => {
  t.true(isErased({ ...gone, name: 'erased', email: 'erased' }))
  t.false(isErased(gone))
  t.false(isErased({ ...benUser, name: 'erased' }))
})
test('people are found by name and by e-mail address, in any case', (t) => {
  const profiles = [anaUser, benUser].map((user) => ({ user, totals }))
  const found = (text: string) => matching(profiles, text).map(({ user }) => user.name)
  t.deepEqual(found('prü'), [anaUser.name])
  t.deepEqual(found('BEN@'), [benUser.name])
  t.deepEqual(found(''), [anaUser.name, benUser.name])
  t.deepEqual(found('zoe'), [])
})

/** Undoing is what the toast after it offers. */
function changes(fails = false) {
  const said: { text: string; action?: ToastAction | undefined }[] = []
  const server = {
    deleteUser: async () => gone,
    restoreUser: async () => {
      if (fails) throw new Unreachable('No')
      return benUser
    },
  }
  const toasts = { say: (text: string, action?: ToastAction) => void said.push({ text, action }) }
  return { said, ...openProfileChanges({ server, toasts }) }
}

test('a deleted profile can be restored at once', async (t) => {
  const { said, remove } = changes()
  await remove(benUser)
  said[0]?.action?.run()
  await new Promise(setImmediate)
  t.deepEqual(
    said.map(({ text }) => text),
    ['Ben Okafor’s profile is deleted; it can be restored', 'Ben Okafor is back, with all expenses'],
  )
})
test('a profile that does not come back is said', async (t) => {
  const { said, restore } = changes(true)
  await restore(gone)
  t.regex(said[0]?.text ?? '', /could not be reached/)
})

test('one’s own ledger comes first, then everybody’s, then each of the others', (t) => {
  const named = (withAll: boolean) => choicesOf(anaUser, [benUser], 'own', withAll).map(({ whose }) => whose)
  t.deepEqual(named(true), ['own', 'all', ben])
  t.deepEqual(named(false), ['own', ben])
})
test('somebody in the address whom nobody knows is a choice as well', (t) => {
  t.deepEqual(choicesOf(anaUser, [], ben, true).at(-1), { whose: ben, name: 'Somebody who is not there' })
})
test('oneself by id is one’s own, and so is everybody on a page of one person', (t) => {
  t.is(chosenOf(anaUser, ana, true), 'own')
  t.is(chosenOf(anaUser, 'all', false), 'own')
  t.is(chosenOf(anaUser, 'all', true), 'all')
})
