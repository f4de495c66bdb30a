import type { Category } from '../../api.ts'
import { sameName } from '../../../events/same-name.ts'

/** A category that can be taken, or the name of one that would be added. */
export type Choice = { name: string; category?: Category }

/**
 * What somebody who has typed `text` may mean, the likeliest first: with nothing typed all of `categories` as they are,
 * otherwise those whose name has a word that begins so, then those that contain it, and last a new one of that name.
 */
export function choicesFor(text: string, categories: readonly Category[]): Choice[] {
  const typed = sameName(text)
  const offered = categories.filter(({ archived }) => !archived).map((category) => ({ name: category.name, category }))
  if (typed === '') return offered
  const exact = offered.filter(({ name }) => sameName(name) === typed)
  const begins = offered.filter(({ name }) => wordBegins(sameName(name), typed))
  const contains = offered.filter(({ name }) => sameName(name).includes(typed))
  const known = [...new Set([...exact, ...begins, ...contains])]
  return exact.length > 0 ? known : [...known, { name: text.trim() }]
}

/** Which of `choices` counts while nobody has picked one: the first when something was typed, none otherwise. */
export function likeliest(text: string, choices: readonly Choice[]): Choice | undefined {
  return sameName(text) === '' ? undefined : choices[0]
}

/** `categories` with those first that were used most lately; the others by name. `used` is newest first. */
export function recentFirst(categories: readonly Category[], used: readonly string[]): Category[] {
  const rank = new Map([...used].reverse().map((id, index) => [id, index]))
  const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
  return categories.toSorted(
    (one, other) => (rank.get(other.id) ?? -1) - (rank.get(one.id) ?? -1) || byName.compare(one.name, other.name),
  )
}

function wordBegins(name: string, typed: string): boolean {
  return name.startsWith(typed) || name.split(/[\s\p{Punctuation}]+/u).some((word) => word.startsWith(typed))
}
