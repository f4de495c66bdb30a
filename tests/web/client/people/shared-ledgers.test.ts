import test from 'ava'
import type { SharedLedger } from '../../../../src/web/api.ts'
import { openSharedLedgers } from '../../../../src/web/client/people/shared-ledgers.ts'
import { ledgersWith, standingIn } from '../../../../src/web/client/people/standing.ts'
import { ana, ben, EUR } from '../../../examples.ts'
import { anaUser, benUser } from '../examples.ts'

const anas: SharedLedger = { userId: ana, name: anaUser.name, currency: EUR, role: 'viewer' }

test('what is no longer shared is told, once', async (t) => {
  const answers = [[anas], [{ ...anas, role: 'editor' as const }], [], []]
  const lost: string[] = []
  const shared = openSharedLedgers({ sharedLedgers: async () => answers.shift() ?? [] }, (owners) =>
    lost.push(...owners),
  )
  t.is(shared.all.value, undefined)
  await shared.load()
  t.deepEqual(shared.present.value, [anas])
  await shared.load()
  t.is(shared.present.value[0]?.role, 'editor')
  t.deepEqual(lost, [])
  await shared.load()
  await shared.load()
  t.deepEqual(lost, [ana])
})
test('everybody is the owner of their own ledger, also by its id and where everybody’s is asked for', (t) => {
  for (const whose of ['own', 'all', ben] as const) t.is(standingIn(whose, benUser, []), 'owner')
})
test('in another’s ledger one is an admin, what it is shared as, or nothing', (t) => {
  t.is(standingIn(ben, anaUser, []), 'admin')
  t.is(standingIn(ana, benUser, [anas]), 'viewer')
  t.is(standingIn(ana, benUser, []), undefined)
})
test('an editor changes, an auditor audits, and all of them look', (t) => {
  const shared = (['viewer', 'editor', 'auditor'] as const).map((role) => ({ ...anas, name: role, role }))
  const names = (right: Parameters<typeof ledgersWith>[0]) => ledgersWith(right, shared).map(({ name }) => name)
  t.deepEqual(names('see'), ['viewer', 'editor', 'auditor'])
  t.deepEqual(names('change'), ['editor'])
  t.deepEqual(names('audit'), ['auditor'])
})
