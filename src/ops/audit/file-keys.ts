import { unseal } from '../../events/log/seals.ts'
import type { EventLine } from './event-line.ts'
import { Flaw } from './verdict.ts'

/** The users' keys that a file brings with it: each must open whatever of its user is sealed. */
export function openFileKeys() {
  const keys = new Map<string, Buffer>()
  const unused = new Set<string>()

  return {
    add(userId: string, key: Buffer): void {
      keys.set(userId, key)
      unused.add(userId)
    },
    /** Throws `Flaw` if the sealed text of an event does not open. Whose key is not there was erased. */
    open({ position, userId, stream, data }: EventLine): void {
      const key = keys.get(userId)
      if (!key) return
      const { sealed } = JSON.parse(data) as { sealed?: unknown }
      if (typeof sealed !== 'string') return
      try {
        unseal(sealed, key, stream)
      } catch {
        throw new Flaw(position, `the sealed text does not open under the key of ${userId} that the file brings`)
      }
      unused.delete(userId)
    },
    /** Throws `Flaw`, at `position`, for a key that has opened nothing, and so may be any. */
    end(position: number): void {
      const [userId] = unused
      if (userId !== undefined)
        throw new Flaw(position, `nothing is sealed under the key of ${userId} that the file brings`)
    },
  }
}
