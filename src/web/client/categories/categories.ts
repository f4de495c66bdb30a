import { signal, type Signal } from '@preact/signals'
import type { Category } from '../../api.ts'
import type { CategoryId, UserId } from '../../../events/ids.ts'
import type { Server } from '../server.ts'

export type Categories = ReturnType<typeof openCategories>

/** Everybody's categories as far as somebody looked at them, archived ones too. */
export function openCategories(server: Pick<Server, 'categories'>) {
  const byUser = new Map<UserId, Signal<Category[] | undefined>>()

  async function load(user: UserId) {
    of(user).value = await server.categories(user)
  }

  function of(user: UserId): Signal<Category[] | undefined> {
    const known = byUser.get(user) ?? signal<Category[] | undefined>(undefined)
    byUser.set(user, known)
    return known
  }

  return {
    of,
    load,
    /** Fetches again all that are known. */
    reload: () => Promise.all([...byUser].filter(([, known]) => known.value).map(([user]) => load(user))),
    /** Fetches the categories of those users of whom none are known yet. */
    async need(users: Iterable<UserId>) {
      const missing = [...new Set(users)].filter((user) => of(user).value === undefined)
      await Promise.all(missing.map(load))
    },
    /** Those of `owners` may not be seen any more. */
    forget(owners: Iterable<UserId>) {
      for (const owner of owners) of(owner).value = undefined
    },
    /** The colour of one's category; grey while it is not known yet. */
    colour: (user: UserId, id: CategoryId): string =>
      of(user).value?.find((category) => category.id === id)?.colour ?? '#868d9d',
  }
}
