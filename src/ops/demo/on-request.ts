import { Rejected } from '../../commands/rejected.ts'
import type { Work } from '../../commands/handle.ts'
import { registerUser } from '../../commands/user-commands.ts'
import { newId } from '../../events/ids.ts'
import type { Remembered } from '../../events/log/append.ts'
import { oneAtATime } from '../../projections/following/one-at-a-time.ts'
import type { FillWithDemo } from '../../web/server/demo.ts'
import type { Ledger } from '../ledger.ts'
import { fill, today } from './fill.ts'

/** A year of three people. */
const SIZE = { users: 3, expenses: 1_200, seed: 1 }
/** Nobody gets mail there (RFC 2606). */
const DOMAIN = 'demo.example'

/**
 * What `POST /api/demo` does. All of it is one batch, in the name of whoever asked. The demo's people have no passwords, since
 * everybody would know them: they are there to be looked at, and to be deleted with all that is theirs.
 */
export function openDemo({ handle, log }: Pick<Ledger, 'handle' | 'log'>): FillWithDemo {
  const { inTurn } = oneAtATime()

  /** Only where nothing was ever recorded; of several who ask at once only one finds the first address free. */
  function intoAnEmptyLedger(work: Work): Work {
    return async (read) => {
      const [any] = await log.readAfter(0, 1, { types: ['ExpenseRecorded'], columns: ['stream'] })
      if (any) throw new Rejected('LedgerNotEmpty', 'Expenses have been recorded in this ledger already')
      return work(read)
    }
  }

  /** The whole of what a request did before, which began with what is kept of it. */
  async function doneBefore({ position }: Remembered): Promise<{ batch: string; position: number }> {
    const [first, ...more] = await log.readAfter(position - 1, 10 * SIZE.expenses, { columns: ['metadata'] })
    const batch = first?.metadata.batch ?? ''
    const last = more.findLast(({ metadata }) => metadata.batch === batch)
    return { batch, position: last?.position ?? position }
  }

  return (asked) =>
    inTurn(async () => {
      const batch = newId()
      const { actorId, key } = asked
      const metadata = { ...asked.metadata, batch }
      const filled = await fill(handle, {
        ...{ ...SIZE, until: today(), domain: DOMAIN },
        askedBy: () => ({ actorId, metadata }),
        before: async () => undefined,
        registerFirst: (first) => handle({ actorId, metadata, key }, 201, intoAnEmptyLedger(registerUser(first))),
      })
      const { users, expenses } = SIZE
      if (!('replayed' in filled)) return { users, expenses, batch, position: filled.position, replayed: false }
      return { users, expenses, ...(await doneBefore(filled.replayed)), replayed: true }
    })
}
