import { Changes, ChangesQuery, Spending, SpendingQuery, Statement, StatementQuery } from '../../../api.ts'
import type { Routes } from '../route.ts'

const moments =
  '`from` and `to` are dates on which something was spent; the other moments say what had been recorded by then. The same moments ' +
  'give the same answer for ever. With `Accept: text/event-stream` it tells how far it is, and then the report.'
const example = 'event: progress\ndata: {"position":100000,"of":1000000}\n\nevent: report\ndata: {}\n\n'
const progress = { type: 'text/event-stream', example }

export const reports: Routes = {
  'GET /api/reports/spending': {
    name: 'reportSpending',
    does: 'Reports what was spent, by month, category or both',
    more: moments,
    kind: 'reads',
    who: 'may see',
    query: SpendingQuery,
    answer: { json: Spending, text: progress },
  },
  'GET /api/reports/statement': {
    name: 'reportStatement',
    does: 'Reports each expense as it stood, with a running total',
    more: moments,
    kind: 'reads',
    who: 'may see',
    query: StatementQuery,
    answer: { json: Statement, text: progress },
  },
  'GET /api/reports/changes': {
    name: 'reportChanges',
    does: 'Reports what changed between two moments, and which events made the difference',
    more: moments,
    kind: 'reads',
    who: 'may see',
    query: ChangesQuery,
    answer: { json: Changes, text: progress },
  },
}
