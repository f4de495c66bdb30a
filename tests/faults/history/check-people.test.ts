import test from 'ava'
import type { FinalLog } from './history.ts'
import { breaks, keeps } from './judged.ts'
import { append, rowAt } from './made.ts'

type Happened = [type: string, user: string, data?: object]

/** Ana is an admin, Ben a member, and then this happens. */
function peopleLog(...happened: Happened[]): FinalLog {
  const begun: Happened[] = [
    ['UserRegistered', 'ana', { role: 'admin' }],
    ['UserRegistered', 'ben', { role: 'member' }],
  ]
  const versions = new Map<string, number>()
  const events = [...begun, ...happened].map(([type, userId, data = {}], index) => {
    const stream = `${type.startsWith('User') ? 'user' : 'expense'}-${userId}`
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    return rowAt(index + 1, { type, userId, stream, version, commandId: `${index}`, data: JSON.stringify(data) })
  })
  return { head: events.at(-1)!, events, claims: [], remembered: [] }
}

function commands({ events }: FinalLog) {
  return events.map(({ commandId, stream }, index) => {
    return append(commandId, index + 1, index + 1.5, { events: [{ stream, content: `${commandId} 0`, amount: null }] })
  })
}

const role = (from: string, to: string) => ({ changes: { role: { from, to } } })

test('of the admins one remains', (t) => {
  const change = (user: string, from: string, to: string): Happened => ['UserChanged', user, role(from, to)]
  const handed = peopleLog(change('ben', 'member', 'admin'), change('ana', 'admin', 'member'))
  keeps(t, handed, commands(handed))
  for (const last of [change('ana', 'admin', 'member'), ['UserDeleted', 'ana'] satisfies Happened]) {
    const none = peopleLog(last)
    breaks(t, 'rules across streams', none, commands(none))
  }
})

test('a ledger rests while its user is deleted', (t) => {
  const back = peopleLog(['UserDeleted', 'ben'], ['UserRestored', 'ben'], ['ExpenseRecorded', 'ben'])
  keeps(t, back, commands(back))
  const gone = peopleLog(['UserDeleted', 'ben'], ['ExpenseRecorded', 'ben'])
  breaks(t, 'rules across streams', gone, commands(gone))
})
