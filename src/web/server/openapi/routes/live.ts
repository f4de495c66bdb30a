import { LiveEvent } from '../../../api.ts'
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
      'back with `Last-Event-ID` misses none.',
    kind: 'follows',
    who: 'may see',
    answer: { text: { type: 'text/event-stream', example, each: LiveEvent } },
  },
}
