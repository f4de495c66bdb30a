import { computed, signal } from '@preact/signals'
import type { User } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Server } from '../server.ts'

export type People = ReturnType<typeof openPeople>

/** Everybody who was not deleted, for admins. */
export function openPeople(server: Pick<Server, 'users'>) {
  const all = signal<User[]>()

  return {
    all,
    present: computed(() => all.value ?? []),
    async load() {
      all.value = await server.users(false)
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
