import { computed, signal } from '@preact/signals'
import type { ImportProgress } from '../../api/import-progress.ts'
import type { ImportMapping, ImportPreview, ImportRow, RowOutcome } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { ExpenseChanges } from '../expenses/expense-changes.ts'
import type { FieldError } from '../form/submission.ts'
import type { Toasts } from '../frame/toasts.ts'
import { pageMessages } from '../page-messages.ts'
import type { Server } from '../server.ts'
import { fetchTelling } from './fetch-telling.ts'
import { mappingFor, toldBy, withMapping, type Told } from './mappings.ts'
import { whyRefused } from './refusals.ts'
import { rowsAsked } from './row-ranges.ts'

type Parts = {
  server: Pick<Server, 'lookAtFile' | 'importFile' | 'revertBatch'>
  toasts: Pick<Toasts, 'say'>
  changes: Pick<ExpenseChanges, 'done'>
  mappings: {
    kept: () => readonly ImportMapping[]
    keep: (mappings: ImportMapping[]) => Promise<void>
  }
  /** Fetches again what rows may have brought along. */
  recorded: () => void
}
export type Shown = 'all' | RowOutcome
/** The batch, and from when to when its expenses are. */
export type Recorded = { batch: string; from: string; to: string }
export type Importing = ReturnType<typeof openImporting>

/** A row that was imported before, and is still there, is never recorded again: to choose it would do nothing. */
export function canBeChosen({ recordable, code }: Pick<ImportRow, 'recordable' | 'code'>): boolean {
  return recordable && code !== 'imported-before'
}

/** One file on its way into the ledger: how it is read, what becomes of its rows, and which of them are recorded. */
export function openImporting({ server, toasts, changes, mappings, recorded }: Parts) {
  const file = signal<File>()
  const told = signal<Told>({})
  const preview = signal<ImportPreview>()
  const chosen = signal<ReadonlySet<number>>(new Set())
  const shown = signal<Shown>('all')
  const busy = signal<'looking' | 'recording'>()
  /** How far recording is, once the server has said so. */
  const progress = signal<ImportProgress>()
  const errors = signal<FieldError[]>([])
  const remembered = signal<string>()
  let owner: UserId | undefined
  let under = new AbortController()

  const rows = computed(() => {
    const all = preview.value?.rows ?? []
    return shown.value === 'all' ? all : all.filter(({ outcome }) => outcome === shown.value)
  })

  /** The last that was asked for counts; what was asked before is not waited for any more. */
  async function work<T>(
    what: 'looking' | 'recording',
    ask: (abort: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    under.abort()
    const own = (under = new AbortController())
    busy.value = what
    progress.value = undefined
    errors.value = []
    try {
      const answer = await ask(own.signal)
      return own.signal.aborted ? undefined : answer
    } catch (error) {
      if (!own.signal.aborted) errors.value = whyRefused(error, preview.value)
      return undefined
    } finally {
      if (own === under) busy.value = undefined
    }
  }

  async function look(): Promise<ImportPreview | undefined> {
    const looked = file.value
    if (!looked) return undefined
    const answer = await work('looking', (abort) => server.lookAtFile(looked, { ...told.value, user: owner }, abort))
    preview.value = answer ?? preview.value
    if (answer) chosen.value = new Set(answer.rows.filter(({ outcome }) => outcome === 'new').map(({ row }) => row))
    return answer
  }

  async function choose(next: File, of: UserId) {
    clear()
    owner = of
    file.value = next
    told.value = { category: pageMessages.import.uncategorised }
    const answer = await look()
    const mapping = answer && mappingFor(answer, mappings.kept())
    if (!mapping) return
    remembered.value = mapping.name
    told.value = { ...told.value, ...toldBy(mapping) }
    await look()
  }

  function clear() {
    under.abort()
    file.value = undefined
    told.value = {}
    preview.value = undefined
    chosen.value = new Set()
    shown.value = 'all'
    busy.value = undefined
    errors.value = []
    remembered.value = undefined
  }

  /** Resolves to what was recorded, or to nothing where nothing was. */
  async function record(): Promise<Recorded | undefined> {
    const [sent, looked] = [file.value, preview.value]
    if (!sent || !looked) return undefined
    const dates = looked.rows.filter(({ row }) => chosen.value.has(row)).map(({ date }) => date)
    const query = { ...told.value, user: owner, rows: rowsAsked(chosen.value) }
    const done = await work('recording', (abort) => {
      const tell = (now: ImportProgress) => void (abort.aborted || (progress.value = now))
      return server.importFile(sent, query, abort, fetchTelling(tell))
    })
    if (!done) return undefined
    recorded()
    keepMapping(sent, looked)
    const { batch, count } = done
    if (batch === null) toasts.say(pageMessages.import.nothingNew)
    else changes.done(pageMessages.import.recorded(count), () => takeBack(batch))
    clear()
    dates.sort()
    return batch === null ? undefined : { batch, from: dates[0] ?? '', to: dates.at(-1) ?? '' }
  }

  /** It is a convenience only: that it could not be kept keeps nobody from anything. */
  function keepMapping(sent: File, looked: ImportPreview) {
    const kept = withMapping(mappings.kept(), sent.name, looked, told.value)
    if (kept !== mappings.kept()) void mappings.keep([...kept]).catch(() => undefined)
  }

  async function takeBack(batch: string) {
    const { count } = await server.revertBatch(batch, false)
    recorded()
    toasts.say(pageMessages.import.takenBack(count))
  }

  /** What was under way may have been done or not: how things are is looked at again. */
  async function cancel() {
    const was = busy.value
    under.abort()
    busy.value = undefined
    if (was === 'recording') await look()
    else if (!preview.value) clear()
  }

  return {
    ...{ file, told, preview, chosen, shown, busy, progress, errors, remembered, rows },
    choose,
    clear,
    record,
    cancel,
    tell(change: Told) {
      told.value = { ...told.value, ...change }
      return look()
    },
    /** Forgets what was kept of such files, and what was said of this one. */
    recogniseAnew() {
      remembered.value = undefined
      told.value = { category: pageMessages.import.uncategorised }
      return look()
    },
    toggle({ row }: ImportRow) {
      const next = new Set(chosen.value)
      if (!next.delete(row)) next.add(row)
      chosen.value = next
    },
    /** All that are shown, or none of them if they are chosen already. */
    toggleShown() {
      const can = rows.value.filter(canBeChosen).map(({ row }) => row)
      const next = new Set(chosen.value)
      const isAll = can.every((row) => next.has(row))
      for (const row of can) {
        if (isAll) next.delete(row)
        else next.add(row)
      }
      chosen.value = next
    },
  }
}
