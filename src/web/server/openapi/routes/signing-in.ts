import { MadeToken, NewToken, OwnQuery, PasswordChange, SessionList, SignIn, TokenList, User } from '../../../api.ts'
import type { Routes } from '../route.ts'

export const signingIn: Routes = {
  'POST /api/session': {
    name: 'signIn',
    does: 'Signs in',
    more:
      'The answer sets the cookie that browsers send from then on. Ten failures a minute for one e-mail address, or a hundred from one ' +
      'network address, are enough. While the ledger has no users the 401 says `firstRun: true`. Of whoever has a second factor, and has given the right ' +
      'password, `code` is asked by a 401 of the type `…:second-factor-needed`; one that is wrong is `…:second-factor-wrong`, and a failure.',
    kind: 'asks',
    who: 'anybody',
    body: SignIn,
    answer: { json: User },
    refused: [429],
  },
  'GET /api/session': {
    name: 'whoAmI',
    does: 'Says who is signed in',
    more: 'While the ledger has no users the 401 says `firstRun: true`.',
    kind: 'asks',
    who: 'signed in',
    answer: { json: User },
  },
  'DELETE /api/session': {
    name: 'signOut',
    does: 'Signs out',
    more: 'Whoever is not signed in is signed out already.',
    kind: 'asks',
    who: 'anybody',
    answer: { status: 204 },
  },
  'PUT /api/users/{id}/password': {
    name: 'changePassword',
    does: 'Changes a password',
    more:
      'One’s own needs `current`; an admin changes that of somebody else without. All other sessions and all tokens of that user end. ' +
      'A wrong `current` counts as a failed sign-in.',
    kind: 'asks',
    who: 'may own',
    only: 'a browser',
    body: PasswordChange,
    answer: { status: 204 },
    refused: [409, 429],
  },
  'GET /api/sessions': {
    name: 'listSessions',
    does: 'Lists where one is signed in, newest first',
    kind: 'asks',
    who: 'signed in',
    query: OwnQuery,
    answer: { json: SessionList },
  },
  'DELETE /api/sessions/{id}': {
    name: 'endSession',
    does: 'Ends one of one’s own sessions',
    kind: 'asks',
    who: 'signed in',
    only: 'a browser',
    answer: { status: 204 },
  },
  'GET /api/tokens': {
    name: 'listTokens',
    does: 'Lists one’s API tokens, newest first',
    kind: 'asks',
    who: 'signed in',
    query: OwnQuery,
    answer: { json: TokenList },
  },
  'POST /api/tokens': {
    name: 'makeToken',
    does: 'Makes an API token',
    more: 'Send it as `Authorization: Bearer …`. It is shown this once: a repeated request makes another.',
    kind: 'asks',
    who: 'signed in',
    only: 'a browser',
    body: NewToken,
    answer: { status: 201, json: MadeToken },
  },
  'DELETE /api/tokens/{id}': {
    name: 'endToken',
    does: 'Ends one of one’s own tokens',
    kind: 'asks',
    who: 'signed in',
    only: 'a browser',
    answer: { status: 204 },
  },
}
