import { computed, signal } from '@preact/signals'
import type { Total, User } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Server } from '../server.ts'

export type People = ReturnType<typeof openPeople>

/** Everybody, for admins. `deletedToo` says whether those who were deleted are fetched and shown as well. */
export function openPeople(server: Pick<Server, 'users' | 'totals'>) {
  const all = signal<User[]>()
  const totals = signal(new Map<UserId, Total[]>())
  const deletedToo = signal(false)

  async function load() {
    const [present, deleted] = await Promise.all([server.users(false), deletedToo.value ? server.users(true) : []])
    all.value = [...present, ...deleted]
  }

  return {
    all,
    totals,
    deletedToo,
    present: computed(() => (all.value ?? []).filter(({ deleted }) => !deleted)),
    load,
    /** Also fetches what each has spent. */
    async loadWithTotals() {
      await load()
      const ids = (all.value ?? []).filter(({ deleted }) => !deleted).map(({ id }) => id)
      totals.value = new Map(await Promise.all(ids.map(async (id) => [id, await server.totals(id)] as const)))
    },
    nameOf: (id: UserId): string => all.value?.find((user) => user.id === id)?.name ?? '',
  }
}

/** One or two letters that stand for `name`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}
