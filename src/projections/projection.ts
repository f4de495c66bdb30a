import type { WhereOptions } from 'sequelize'
import type { EventType, LedgerEvent, Recorded } from '../events/event.ts'
import type { Column } from '../events/log/reader.ts'
import type { Columns } from './tables/columns.ts'

/** A row as the database gives it back: instants and sums are text, flags 0 and 1. */
export type Row = Readonly<Record<string, string | number | null>>

export type EventOf<T extends EventType> = Extract<LedgerEvent, { type: T }>

/** What projections are told of an event, beside its position; whoever needs more of it adds it here. */
export const toldColumns = ['version', 'recordedAt', 'actorId', 'event'] as const satisfies readonly Column[]
export type Told<E extends LedgerEvent = LedgerEvent> = Pick<Recorded<E>, 'position' | (typeof toldColumns)[number]> &
  Partial<Pick<Recorded<E>, 'metadata'>>

/** What an event does to one row. A row that it begins need not be looked up. */
export type Touch<R extends Row = Row> = { key: string; begins: boolean; next(this: void, before: R | undefined): R }

/** `fields` are columns. */
export type Index = { name: string; fields: string[]; unique?: boolean }

/** A table, and how each event it cares about changes it: the events alone decide what its rows are. */
export type Projection<R extends Row = Row> = {
  name: string
  /** Raised whenever the table or the fold changes: the next start then builds another table to replace the old one. */
  version: number
  columns: Columns
  /** What is not unique serves lists only: a table is filled without. */
  indexes: readonly Index[]
  /** Whether it needs what people wrote: opening the seals is most of the work of reading. */
  unsealed: boolean
  /** Whether it is told the metadata, too: few need them, and they are to be parsed. */
  metadata?: true
  /**
   * What stands in the rows of somebody who was erased, in place of their words. A row says whose it is in `userId`; one that has
   * none is that of the user whose `id` it has.
   */
  erased?: Partial<R>
  /** Milliseconds between two steps while nobody waits for it: who is seldom looked at leaves the database to others. */
  rest?: number
  keyOf(this: void, row: R): string
  /** Finds the rows of `keys`, and perhaps others. */
  where(this: void, keys: readonly string[]): WhereOptions
  on: { readonly [T in EventType]?: (told: Told<EventOf<T>>) => readonly Touch<R>[] }
}

/** `row` is new under `key`. */
export function begin<R extends Row>(key: string, row: R): Touch<R> {
  return { key, begins: true, next: () => row }
}

/** The row under `key` becomes `next`; that there is none is a fault. */
export function change<R extends Row>(key: string, next: (before: R) => R): Touch<R> {
  return {
    key,
    begins: false,
    next: (before) => {
      if (!before) throw new Error(`There is nothing under ${key} to change`)
      return next(before)
    },
  }
}
