import { signal } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { sameName } from '../../../events/same-name.ts'
import type { Server } from '../server.ts'

export type Suggestion = { description: string; category: string }

/** So much has to be typed, and so many are offered at most, of as many that were recorded lately. */
const LEAST = 2
const MOST = 5
const LATELY = '50'

/** What somebody wrote earlier that goes on as `typed` does, each once: those that begin so first, the newest first. */
export function suggested(typed: string, earlier: readonly Expense[]): Suggestion[] {
  const wanted = sameName(typed)
  const byName = new Map<string, Suggestion>()
  for (const { description, category } of earlier) {
    const name = sameName(description)
    if (name.includes(wanted) && !byName.has(name)) byName.set(name, { description, category })
  }
  const begins = ([name]: [string, Suggestion]) => name.startsWith(wanted)
  const all = [...byName]
  return [...all.filter(begins), ...all.filter((one) => !begins(one))]
    .slice(0, MOST)
    .map(([, suggestion]) => suggestion)
}

/** Offers what the same person wrote earlier, while they type. Without an answer typing just goes on. */
export function openSuggestions(server: Pick<Server, 'expenses'>) {
  const found = signal<Suggestion[]>([])
  let abort = new AbortController()

  return {
    found,
    async look(user: UserId, typed: string) {
      abort.abort()
      const { signal } = (abort = new AbortController())
      const q = typed.trim()
      if (q.length < LEAST) return void (found.value = [])
      const answer = await server.expenses({ user, q, sort: '-recorded', limit: LATELY }, signal).catch(() => undefined)
      if (!signal.aborted) found.value = suggested(q, answer?.items ?? [])
    },
    forget() {
      abort.abort()
      found.value = []
    },
  }
}
