import { computed, signal } from '@preact/signals'
import type { Preferences } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { readKept } from '../kept.ts'
import type { Server } from '../server.ts'
import { defaults, preferencesChecks, preferencesParts } from './kept-preferences.ts'

type Parts = {
  server: Pick<Server, 'preferences' | 'keepPreferences'>
  /** Where what was last known stays, so that the next visit begins with it. */
  storage: Pick<Storage, 'getItem' | 'setItem'>
}
export type PreferencesStore = ReturnType<typeof openPreferences>

/** What the person who is signed in has chosen: `now` at once as last known in this browser, then as the server has it. */
export function openPreferences({ server, storage }: Parts) {
  const known = signal<Preferences>()
  let whose: UserId | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let saves = 0

  /** What is still on its way to the server stays as it was chosen. */
  function learn(id: UserId, answer: Preferences) {
    storage.setItem(keyOf(id), JSON.stringify(answer))
    if (id === whose && waiting === 0) known.value = answer
  }
  async function keep(id: UserId, change: Partial<Preferences>) {
    try {
      const kept = await server.keepPreferences(id, { ...(await server.preferences(id)), ...change })
      settle(id)
      learn(id, kept)
    } catch (error) {
      settle(id)
      if (id === whose) known.value = lastKnown(id)
      throw error
    }
  }
  /** What was chosen is written down until the server has answered: a page that is left meanwhile sends it when it is back. */
  function settle(id: UserId) {
    waiting -= 1
    if (waiting === 0) storage.setItem(unsentKeyOf(id), '{}')
  }
  function unsent(id: UserId): Partial<Preferences> {
    return readKept(storage.getItem(unsentKeyOf(id)), preferencesParts) ?? {}
  }
  function lastKnown(id: UserId): Preferences | undefined {
    return readKept(storage.getItem(keyOf(id)), preferencesChecks)
  }

  function save(change: Partial<Preferences>): Promise<void> {
    const id = whose
    if (id === undefined) return Promise.resolve()
    known.value = { ...(known.value ?? defaults), ...change }
    waiting += 1
    saves += 1
    storage.setItem(unsentKeyOf(id), JSON.stringify({ ...unsent(id), ...change }))
    const saved = last.then(() => keep(id, change))
    last = saved.catch(() => undefined)
    return saved
  }

  return {
    /** Not there until something is known of the person. */
    known,
    now: computed(() => known.value ?? defaults),
    async open(id: UserId) {
      const left = unsent(id)
      const kept = lastKnown(id)
      if (id !== whose) known.value = kept && { ...kept, ...left }
      whose = id
      const before = saves
      const answer = await server.preferences(id)
      // What was asked before something was chosen may be older than that.
      if (before === saves) learn(id, { ...answer, ...left })
      if (Object.keys(left).length > 0 && waiting === 0) await save(left)
    },
    /** Counts at once, one change after the other; if the server does not take it, it is as it was, and this throws. */
    save,
  }
}

const keyOf = (id: UserId) => `preferences ${id}`
const unsentKeyOf = (id: UserId) => `unsent preferences ${id}`
