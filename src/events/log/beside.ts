import type { UserId } from '../ids.ts'
import type { Keys } from './keys.ts'
import { seal, unseal } from './seals.ts'

/**
 * Seals what is kept of a person beside the log, under the key that their words in it have: it is forgotten with them. `what` it
 * is, and whose, is bound to it: put elsewhere it does not open.
 */
export function openSealsBeside({ make }: Pick<Keys, 'make'>) {
  const bound = (what: string, owner: UserId) => `${what}-${owner}`
  return {
    sealBeside: async (what: string, owner: UserId, text: string): Promise<string> => {
      return seal(text, await make(owner), bound(what, owner))
    },
    /** Throws if it is not what was sealed. */
    unsealBeside: async (what: string, owner: UserId, sealed: string): Promise<string> => {
      return unseal(sealed, await make(owner), bound(what, owner))
    },
  }
}
