import { openLedger } from '../../src/ops/ledger.ts'
import { openPasswords } from '../../src/web/server/signing-in/passwords.ts'
import { fill } from '../large/fill.ts'
import { readPeople, registerPeople } from '../large/people.ts'
import type { Place } from '../run/place.ts'

/** A log in which Ana alone has `expenses` expenses, and how many events it has. */
export async function manyOfOne(place: Place, expenses: number): Promise<{ url: string; events: number }> {
  const url = await place.emptyDatabase('browser')
  const { pool, log, handle, close } = await openLedger(url)
  try {
    await registerPeople(handle, openPasswords(pool))
    const [ana] = await readPeople(log)
    if (!ana) throw new Error('Nobody was registered')
    const { position } = await log.head()
    await fill(log, [ana], { expenses: 0, events: position + expenses, changes: false })
    return { url, events: (await log.head()).position }
  } finally {
    await close()
  }
}
