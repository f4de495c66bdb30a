import type { Field } from '../entry/merge.ts'
import { list, nouns } from './sentence.ts'

export const expense = {
  tabs: 'About this expense',
  details: 'Details',
  history: 'History',
  opening: 'Opening the expense',
  missing: 'This expense is not here',
  missingText:
    'There is none at this address, or it is somebody else’s. If its owner’s profile was deleted, an admin can restore that.',
  notYet: 'The ledger did not know this expense yet at that moment.',
  backToNow: 'Back to now',
  toList: 'To the expenses',
  deleted: (who: string, when: string) => `${who} deleted this expense: ${when}. It counts nowhere; its history stays.`,
  restore: 'Restore it',
  asKnown: (moment: string) => `As known on ${moment}. It cannot be changed here.`,
  recordedAt: 'Recorded',
  changedAt: 'Last changed',
  justNow: 'just now',
  todayAt: (time: string) => `Today, ${time}`,
  nobody: 'The command line',
  nowCalled: (name: string) => `now ${name}`,
  origins: {
    web: 'in the browser',
    api: 'with a token',
    import: 'by an import',
    cli: 'on the command line',
  },
  did: (verbs: readonly ('recorded' | 'changed' | 'deleted' | 'restored')[], changed: readonly Field[]) => {
    const [only] = changed
    const what = changed.length === 1 && only ? `the ${nouns[only]}` : `${changed.length} fields`
    const said = {
      recorded: 'recorded it',
      changed: `changed ${what}`,
      deleted: 'deleted it',
      restored: 'restored it',
    }
    return list.format([...new Set(verbs)].map((verb) => said[verb]))
  },
  becomes: 'becomes',
  inBatch: (others: number, written: string) =>
    others === 0 ? 'on its own, as a batch' : `with ${written} ${others === 1 ? 'other' : 'others'}`,
  seeAll: (count: string) => `see all ${count}`,
  seeBatch: 'see its batch',
  goBack: 'Go back to this version',
  goBackThen: 'Going back would change:',
  goBackDeletes: 'It is deleted again.',
  goBackRestores: 'It is restored.',
  confirmGoBack: 'Go back',
  stayHere: 'Leave it as it is',
  wentBack: (what: string, money: string, isDeleted: boolean) =>
    isDeleted ? `${what} is deleted, as it was` : `${what} is as it was: ${money}`,
  proved: (position: string) => `Proved unchanged up to event ${position}`,
  provedHow: (steps: number) =>
    `${steps === 1 ? 'The one event above is' : `Each of the ${steps} events above is`} in the tree of hashes that the ledger signed. This browser has reckoned it itself.`,
  notProved: (position: string) =>
    `Not in the log as it was signed at event ${position}. Ask whoever runs the ledger to verify it.`,
}
