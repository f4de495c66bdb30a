import type { Category } from '../../../api.ts'
import { messages } from '../../messages.ts'
import type { Ledger } from '../../people/standing.ts'
import { pageKeys, type PageAction } from '../keys.ts'
import { themes, type Theme } from '../themes.ts'
import type { PageLink } from '../links.ts'
import type { Item, ItemIcon } from './find.ts'

/** What the palette can do, and what it knows. */
export type World = {
  links: readonly PageLink[]
  searches: readonly string[]
  categories: readonly Category[]
  /** Other people, for those who may look at their ledgers. */
  people: readonly Ledger[]
  text: string
  isPrivate: boolean
  route: (address: string) => void
  /** The expenses, narrowed by `more`, in the present scope. */
  expenses: (more: Record<string, string>) => string
  act: (action: PageAction) => void
  choose: (theme: Theme) => void
  hide: (isPrivate: boolean) => void
  signOut: () => void
}

/** Pages are in the list already, under their names. */
const icons: Partial<Record<PageAction, ItemIcon>> = {
  add: 'plus',
  shortcuts: 'keyboard',
  previousPeriod: 'left',
  nextPeriod: 'right',
}

/** Everything that can be found, group by group. */
export function itemsOf(world: World): Item[] {
  return [
    ...searches(world),
    ...pages(world),
    ...actions(world),
    ...categories(world),
    ...ledgers(world),
    ...last(world),
  ]
}

function searches({ searches, route, expenses }: World): Item[] {
  return searches.map((q) => {
    return { id: `recent-${q}`, group: 'recent', label: q, icon: 'search', run: () => route(expenses({ q })) }
  })
}

function pages({ links, route }: World): Item[] {
  return links.map(({ path, href, label, icon }) => {
    return { id: `page-${path}`, group: 'pages', label, icon, run: () => route(href) }
  })
}

function actions({ act, choose, hide, isPrivate, route, signOut }: World): Item[] {
  const words = messages
  const keyed = pageKeys.flatMap(({ action, keys, words: label }): Item[] => {
    const icon = icons[action]
    return icon ? [{ id: action, group: 'actions', label, keys, icon, run: () => act(action) }] : []
  })
  const hint = isPrivate ? words.privacy.show : words.privacy.hide
  const others: Item[] = [
    {
      id: 'privacy',
      group: 'actions',
      label: hint,
      icon: isPrivate ? 'eye' : 'eyeClosed',
      run: () => hide(!isPrivate),
    },
    ...themes.map((theme): Item => {
      const label = words.theme.is(words.theme[theme])
      return { id: `theme-${theme}`, group: 'actions', label, icon: theme, run: () => choose(theme) }
    }),
    { id: 'import', group: 'actions', label: words.import.action, icon: 'upload', run: () => route('/import') },
    { id: 'sign-out', group: 'actions', label: words.session.signOut, icon: 'leave', run: signOut },
  ]
  return [...keyed, ...others]
}

function categories({ categories, route, expenses }: World): Item[] {
  return categories.map(({ id, name }) => {
    const run = () => route(expenses({ category: name }))
    return { id: `category-${id}`, group: 'categories', label: name, icon: 'tags', run }
  })
}

function ledgers({ people, route, expenses }: World): Item[] {
  return people.map(({ id, name, email }) => {
    const run = () => route(expenses({ user: id }))
    return {
      id: `ledger-${id}`,
      group: 'ledgers',
      label: name,
      ...(email !== undefined && { more: email }),
      icon: 'person',
      run,
    }
  })
}

function last({ text, route, expenses }: World): Item[] {
  const q = text.trim()
  const label = messages.palette.search(q)
  return q === '' ? [] : [{ id: 'search', group: 'search', label, icon: 'search', run: () => route(expenses({ q })) }]
}
