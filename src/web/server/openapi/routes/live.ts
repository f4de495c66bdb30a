import { LiveEvent, LiveQuery } from '../../../api.ts'
import type { Routes } from '../route.ts'

const example = `id: 42
data: {"position":42,"type":"ExpenseRecorded","stream":"expense-01970000-0000-7000-8000-0000000010ca","userId":"01970000-0000-7000-8000-00000000000a"}

`

export const live: Routes = {
  'GET /api/live': {
    name: 'follow',
    does: 'Tells of events as they happen, until one signs out',
    more:
      'Server-sent events: one’s own, and everybody’s for an admin. The id of each is its position. Whoever comes ' +
      'back with `Last-Event-ID` misses none. With `after` they are for a page that shows something: of more than 500 ' +
      'it is told only `event: behind` with `{position}`, up to which it has to read again.',
    kind: 'follows',
    who: 'may see',
    query: LiveQuery,
    answer: { text: { type: 'text/event-stream', example, each: LiveEvent } },
  },
}
