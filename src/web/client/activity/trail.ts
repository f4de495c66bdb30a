import { signal } from '@preact/signals'
import type { AuditEntry, AuditQuery } from '../../api.ts'
import type { Server } from '../server.ts'

export type Shown = { entries: AuditEntry[]; next: string | null }

/** Events asked for at once: usually, and where a batch goes on, which shows as one line. */
const FEW = 50
const MANY = 200
/** After a change at most so many are loaded again; those below are fetched by scrolling, as the first time. */
const AGAIN = 1_000

export type Trail = ReturnType<typeof openTrail>

/** The events that a query matches, newest first, page by page. While newer ones are fetched the older ones stay, marked as busy. */
export function openTrail(server: Pick<Server, 'audit'>) {
  const shown = signal<Shown>()
  const busy = signal(false)
  const failure = signal<unknown>()
  const loadingMore = signal(false)
  let query: AuditQuery = {}
  let abort = new AbortController()

  /** Shows what `load` gives unless something else was asked for meanwhile. */
  async function only(load: (signal: AbortSignal) => Promise<Shown>) {
    const { signal } = abort
    try {
      const loaded = await load(signal)
      if (signal.aborted) return
      shown.value = loaded
      failure.value = undefined
    } catch (error) {
      if (signal.aborted) return
      failure.value = error
    }
    busy.value = false
    loadingMore.value = false
  }

  async function fromTheTop(atLeast: number) {
    abort.abort()
    abort = new AbortController()
    busy.value = true
    loadingMore.value = false
    await only(async (signal) => {
      let loaded = await below({ entries: [], next: null }, Math.min(MANY, Math.max(FEW, atLeast)), signal)
      while (loaded.next !== null && loaded.entries.length < atLeast) loaded = await below(loaded, MANY, signal)
      return loaded
    })
  }

  async function below({ entries, next }: Shown, limit: number, signal: AbortSignal): Promise<Shown> {
    const place = next === null ? {} : { cursor: next }
    const page = await server.audit({ ...query, ...place, limit: `${limit}` }, signal)
    return { entries: [...entries, ...page.items], next: page.next }
  }

  return {
    shown,
    busy,
    failure,
    loadingMore,
    /** Shows what `asked` matches, from the top. */
    async show(asked: AuditQuery) {
      query = asked
      await fromTheTop(FEW)
    },
    /** Fetches again what is shown, as far down as it was loaded. */
    reload: () => fromTheTop(Math.min(AGAIN, shown.value?.entries.length ?? 0)),
    async more() {
      const before = shown.value
      if (!before?.next || busy.value || loadingMore.value) return
      loadingMore.value = true
      await only((signal) => below(before, endsInBatch(before.entries) ? MANY : FEW, signal))
    },
  }
}

function endsInBatch(entries: readonly AuditEntry[]): boolean {
  const [last, before] = entries.slice(-2).reverse()
  return last !== undefined && last.batch !== null && last.batch === before?.batch
}
