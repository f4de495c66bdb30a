import {
  AsOfQuery,
  Erasure,
  History,
  NewUser,
  OwnData,
  Preferences,
  Totals,
  User,
  UserChange,
  UserList,
  UserQuery,
} from '../../../api.ts'
import type { Routes } from '../route.ts'

export const users: Routes = {
  'POST /api/users': {
    name: 'registerUser',
    does: 'Registers a user',
    more:
      'The first user of a ledger needs no session, becomes an admin whatever `role` says, and is signed in by the answer. Later ones are ' +
      'registered by an admin.',
    kind: 'creates',
    who: 'admins or the first',
    body: NewUser,
    answer: { status: 201, json: User },
    refused: [409],
  },
  'GET /api/users': {
    name: 'listUsers',
    does: 'Lists users',
    more: 'Members see only themselves. Only admins see the deleted ones.',
    kind: 'reads',
    who: 'may own',
    query: UserQuery,
    answer: { json: UserList },
  },
  'GET /api/users/{id}': {
    name: 'readUser',
    does: 'Reads a user',
    kind: 'reads one',
    who: 'may own',
    query: AsOfQuery,
    answer: { json: User },
  },
  'PATCH /api/users/{id}': {
    name: 'changeUser',
    does: 'Changes a user',
    more: 'Only an admin changes a role. The last admin stays one.',
    kind: 'changes',
    who: 'may own',
    body: UserChange,
    answer: { json: User },
    refused: [409],
  },
  'DELETE /api/users/{id}': {
    name: 'deleteUser',
    does: 'Deletes a user',
    more:
      'Hides the user’s expenses and categories until the user is restored, ends all sessions and tokens, and frees the e-mail address. ' +
      'The last admin stays.',
    kind: 'changes',
    who: 'may own',
    answer: { json: User },
    refused: [409],
  },
  'POST /api/users/{id}/restore': {
    name: 'restoreUser',
    does: 'Brings a deleted user back',
    kind: 'changes',
    who: 'admins',
    answer: { json: User },
    refused: [409],
  },
  'POST /api/users/{id}/erase': {
    name: 'eraseUser',
    does: 'Forgets a user for ever',
    more:
      'Deletes the user and destroys the key of their words: wherever these stood it says “erased” from then on. Amounts, dates and the ' +
      'proof stay. There is no way back. `name` is the user’s, typed to confirm.',
    kind: 'changes',
    who: 'admins',
    body: Erasure,
    answer: { json: User },
    refused: [409],
  },
  'GET /api/users/{id}/totals': {
    name: 'readTotals',
    does: 'Reads what a user has spent',
    more: 'One line a currency: currencies are never added up.',
    kind: 'reads',
    who: 'may see',
    query: AsOfQuery,
    answer: { json: Totals },
  },
  'GET /api/users/{id}/preferences': {
    name: 'readPreferences',
    does: 'Reads what a user prefers',
    kind: 'asks for one',
    who: 'may own',
    answer: { json: Preferences },
  },
  'PUT /api/users/{id}/preferences': {
    name: 'keepPreferences',
    does: 'Keeps what a user prefers',
    more: 'Whatever is left out goes back to its default. At most 32 KiB.',
    kind: 'keeps',
    who: 'may own',
    body: Preferences,
    answer: { json: Preferences },
    refused: [409],
  },
  'GET /api/users/{id}/data.json': {
    name: 'takeOwnData',
    does: 'Gives all that the ledger keeps of a user, to take along',
    more:
      'The profile, preferences, shares, categories, expenses (deleted ones too) and everything that happened in the user’s ledger, oldest first; ' +
      'no password, token or key. Nothing of a deleted user.',
    kind: 'reads',
    who: 'may own',
    answer: { json: OwnData },
    refused: [409],
  },
  'GET /api/users/{id}/history': {
    name: 'readUserHistory',
    does: 'Reads everything that happened to a user, oldest first',
    more: 'Also to a deleted one.',
    kind: 'reads',
    who: 'may own',
    query: AsOfQuery,
    answer: { json: History },
  },
}
