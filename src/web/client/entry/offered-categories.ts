import { computed, signal } from '@preact/signals'
import type { Category } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Categories } from '../categories/categories.ts'
import type { Server } from '../server.ts'
import { recentFirst } from './meant-category.ts'

type Parts = {
  server: Pick<Server, 'expenses'>
  categories: Pick<Categories, 'of' | 'need'>
  /** Whose form is open. */
  user: () => UserId | undefined
}

/** The categories that a form offers: those used lately first. Without them categories can still be typed. */
export function openOfferedCategories({ server, categories, user }: Parts) {
  const used = signal(new Map<UserId, string[]>())

  return {
    known: computed((): Category[] => {
      const of = user()
      return of ? recentFirst(categories.of(of).value ?? [], used.value.get(of) ?? []) : []
    }),
    async fetch(of: UserId) {
      await categories.need([of])
      const lately = await server.expenses({ user: of, sort: '-recorded', limit: '50' })
      const ids = lately.items.map(({ categoryId }) => categoryId)
      used.value = new Map(used.value).set(of, [...new Set(ids)])
    },
  }
}
