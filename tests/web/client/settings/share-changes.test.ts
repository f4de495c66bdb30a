import test from 'ava'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { Unreachable } from '../../../../src/web/client/refused.ts'
import { openShareChanges } from '../../../../src/web/client/settings/share-changes.ts'
import { ana, ben } from '../../../examples.ts'
import { anaUser, benUser } from '../examples.ts'

const bens = { userId: ben, name: benUser.name, role: 'editor' } as const

function sharing({ fails = false } = {}) {
  const asked: unknown[] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  const answer = <T>(question: unknown, value: T): Promise<T> => {
    asked.push(question)
    return fails ? Promise.reject(new Unreachable('No')) : Promise.resolve(value)
  }
  const changes = openShareChanges({
    server: {
      shareLedger: (id, body) => answer([id, body], { ...bens, role: body.role }),
      endShare: (id, other) => answer([id, other], undefined),
    },
    toasts: { say: (text: string, action?: ToastAction) => void said.push({ text, action }) },
  })
  return { changes, asked, said }
}

test('sharing by an address says whose it is, and what they may do', async (t) => {
  const { changes, asked, said } = sharing()
  await changes.share(anaUser, benUser.email, 'viewer')
  t.deepEqual(asked, [[ana, { email: benUser.email, role: 'viewer' }]])
  t.is(said[0]?.text, 'Ben Okafor may look at your ledger now')
})
test('what is taken back can be given back, as it was', async (t) => {
  const { changes, asked, said } = sharing()
  await changes.end(anaUser, bens)
  t.is(said[0]?.text, 'Ben Okafor no longer sees your ledger')
  said[0]?.action?.run()
  t.deepEqual(asked, [
    [ana, ben],
    [ana, { userId: ben, role: 'editor' }],
  ])
})
test('a role that could not be changed is said', async (t) => {
  const { changes, said } = sharing({ fails: true })
  await changes.become(anaUser, bens, 'auditor')
  t.regex(said[0]?.text ?? '', /could not be reached/)
})
test('who leaves ends the share in the other’s ledger', async (t) => {
  const { changes, asked, said } = sharing()
  await changes.leave(benUser, { userId: ana, name: anaUser.name })
  t.deepEqual(asked, [[ana, ben]])
  t.is(said[0]?.text, 'You have left Ana Prüfer’s ledger')
})
