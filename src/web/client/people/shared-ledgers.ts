import { computed, signal } from '@preact/signals'
import type { UserId } from '../../../events/ids.ts'
import type { SharedLedger } from '../../api.ts'
import type { Server } from '../server.ts'

export type SharedLedgers = ReturnType<typeof openSharedLedgers>

/** The ledgers that others share with whoever is signed in. `lost` is told whose are shared no longer. */
export function openSharedLedgers(server: Pick<Server, 'sharedLedgers'>, lost: (owners: readonly UserId[]) => void) {
  const all = signal<SharedLedger[]>()

  return {
    /** `undefined` until it is known. */
    all,
    present: computed(() => all.value ?? []),
    async load() {
      const now = await server.sharedLedgers()
      const before = all.value ?? []
      all.value = now
      const gone = before.filter(({ userId }) => !now.some((ledger) => ledger.userId === userId))
      if (gone.length > 0) lost(gone.map(({ userId }) => userId))
    },
  }
}
