import {
  AuditList,
  AuditQuery,
  ConsistencyQuery,
  InclusionQuery,
  Proof,
  SignedCheckpoint,
  Verified,
} from '../../../api.ts'
import type { Routes } from '../route.ts'

export const audit: Routes = {
  'GET /api/audit': {
    name: 'listEvents',
    does: 'Lists all that happened, newest first',
    more: 'Members are shown what is about them and theirs. `from` and `to` say when it was recorded.',
    kind: 'reads',
    who: 'may audit',
    query: AuditQuery,
    answer: { json: AuditList },
  },
  'GET /api/audit/checkpoint': {
    name: 'readCheckpoint',
    does: 'Gives the log as it is now, signed',
    more: 'Whoever keeps it elsewhere can prove later that nobody has rewritten what was there by then.',
    kind: 'asks',
    who: 'signed in',
    answer: { json: SignedCheckpoint },
  },
  'GET /api/audit/proof': {
    name: 'readProof',
    does: 'Proves that an event is in the log, or that the log begins with what it was',
    more: 'Of an event: `position`, and `size` for the log as it was then. Of the log: `from` and `to`.',
    kind: 'asks',
    who: 'may see',
    query: [InclusionQuery, ConsistencyQuery],
    answer: { json: Proof },
    refused: [404],
  },
  'GET /api/audit/export': {
    name: 'exportLog',
    does: 'Gives the whole log for an auditor',
    more: 'An event a line, by position, and last a line with a signed checkpoint of them all. What people wrote stays sealed.',
    kind: 'asks',
    who: 'admins',
    answer: { text: { type: 'application/x-ndjson', example: '{"checkpoint":"expense-ledger\\n3\\n…"}\n' } },
    refused: [409],
  },
  'GET /api/audit/verify': {
    name: 'verifyLog',
    does: 'Says whether the log is as it was recorded',
    more: 'Computes everything anew from what is stored: of millions of events that takes a minute.',
    kind: 'asks',
    who: 'admins',
    answer: { json: Verified },
  },
}
