import type { LedgerEvent, Recorded, Stream } from '../../../events/event.ts'

/** What users and categories are called, and what expenses were for; '' for what is not known. */
export type Names = {
  /** Just before the event at `position`, or by that event itself if it gave the first name. */
  then: (stream: Stream, position: number) => string
  now: (stream: Stream) => string
}

/** `slices` hold the streams that will be asked about. */
export function namesIn(slices: ReadonlyMap<Stream, { events: readonly Recorded[] }>): Names {
  const namings = new Map([...slices].map(([stream, { events }]) => [stream, events.flatMap(namingsIn)]))
  const of = (stream: Stream) => namings.get(stream) ?? []
  return {
    then: (stream, position) => {
      const before = of(stream).findLast((naming) => naming.position < position)
      return (before ?? of(stream)[0])?.name ?? ''
    },
    now: (stream) => of(stream).at(-1)?.name ?? '',
  }
}

function namingsIn({ position, event }: Recorded): { position: number; name: string }[] {
  const name = nameGivenBy(event)
  return name === undefined ? [] : [{ position, name }]
}

function nameGivenBy(event: LedgerEvent): string | undefined {
  switch (event.type) {
    case 'UserRegistered':
    case 'CategoryAdded':
      return event.name
    case 'UserChanged':
    case 'CategoryChanged':
    case 'CategoryRestored':
      return event.changes.name?.to
    case 'ExpenseRecorded':
      return event.description
    case 'ExpenseAmended':
      return event.changes.description?.to
    case 'UserDeleted':
    case 'UserRestored':
    case 'UserErased':
    case 'LedgerShared':
    case 'ShareEnded':
    case 'CategoryArchived':
    case 'ExpenseDeleted':
    case 'ExpenseRestored':
      return undefined
  }
}
