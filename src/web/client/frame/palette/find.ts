import type { PageIcon } from '../links.ts'
import type { Theme } from '../themes.ts'

export type Group = 'recent' | 'pages' | 'actions' | 'categories' | 'ledgers' | 'search'

export type ItemIcon =
  | PageIcon
  | Theme
  | 'search'
  | 'person'
  | 'plus'
  | 'keyboard'
  | 'left'
  | 'right'
  | 'eye'
  | 'eyeClosed'
  | 'leave'
  | 'upload'

/** Something that can be gone to or done. `more` are words that find it too. */
export type Item = {
  id: string
  group: Group
  label: string
  icon: ItemIcon
  more?: string
  keys?: readonly string[]
  run: () => void
}

/** At most so many of a group are offered, so that none hides the others. */
const MOST = 6
/** Offered before anything is typed; the rest are too many. */
const unasked: readonly Group[] = ['recent', 'pages', 'actions']

/** Those of `items` that `text` means, the best of each group first; groups stay in the order they come in. */
export function find(items: readonly Item[], text: string): Item[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return items.filter(({ group }) => unasked.includes(group))
  const ranked = items.map((item) => ({ item, rank: rankOf(item, wanted) })).filter(({ rank }) => rank > 0)
  const groups = [...new Set(ranked.map(({ item }) => item.group))]
  return groups.flatMap((group) => best(ranked.filter(({ item }) => item.group === group)))
}

function best(ranked: { item: Item; rank: number }[]): Item[] {
  return ranked
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, MOST)
    .map(({ item }) => item)
}

/** 3 where a label begins with what is wanted, 2 where its words do, 1 where it is anywhere; 0 where some of it is nowhere. */
function rankOf({ group, label, more = '' }: Item, wanted: readonly string[]): number {
  if (group === 'search') return 1
  const text = plain(`${label} ${more}`)
  if (text.startsWith(wanted.join(' '))) return 3
  if (wanted.every((word) => ` ${text}`.includes(` ${word}`))) return 2
  return wanted.every((word) => text.includes(word)) ? 1 : 0
}

/** Without accents and capitals: `Cafe` finds `Café`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
