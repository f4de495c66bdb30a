import { NewShare, Share, SharedLedgers, Shares } from '../../../api.ts'
import type { Routes } from '../route.ts'

export const sharing: Routes = {
  'GET /api/users/{id}/shares': {
    name: 'listShares',
    does: 'Lists whom a ledger is shared with',
    kind: 'reads',
    who: 'may own',
    answer: { json: Shares },
  },
  'POST /api/users/{id}/shares': {
    name: 'shareLedger',
    does: 'Shares a ledger with somebody',
    more:
      'A viewer looks, an editor also records and changes, an auditor also reads the audit trail. Once more with another role changes ' +
      'the role.',
    kind: 'changes',
    who: 'may own',
    body: NewShare,
    answer: { status: 201, json: Share },
    refused: [409],
  },
  'DELETE /api/users/{id}/shares/{with}': {
    name: 'endShare',
    does: 'Ends sharing a ledger with somebody',
    more: 'At once, also for connections that are open. Whom it is shared with may end it, too.',
    kind: 'changes',
    who: 'may own',
    answer: { status: 204 },
    refused: [409],
  },
  'GET /api/shares': {
    name: 'listSharedLedgers',
    does: 'Lists the ledgers that others share with whoever asks',
    kind: 'reads',
    who: 'signed in',
    answer: { json: SharedLedgers },
  },
}
