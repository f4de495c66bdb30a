import { OwnPassword, RecoveryCodes, SecondFactor, SecondFactorOffer, SecondFactorProof } from '../../../api.ts'
import type { Routes } from '../route.ts'

const own = { kind: 'asks', who: 'signed in', only: 'a browser' } as const
const counts = 'A wrong `current` counts as a failed sign-in.'

export const secondFactor: Routes = {
  'GET /api/second-factor': {
    name: 'readSecondFactor',
    does: 'Says whether one has a second factor, and how many recovery codes are left',
    kind: 'asks',
    who: 'signed in',
    answer: { json: SecondFactor },
  },
  'POST /api/second-factor': {
    ...own,
    name: 'offerSecondFactor',
    does: 'Makes a secret for an authenticator app',
    more: `It counts for nothing until it is turned on, and there is none while one is on. ${counts}`,
    body: OwnPassword,
    answer: { status: 201, json: SecondFactorOffer },
    refused: [409, 429],
  },
  'POST /api/second-factor/on': {
    ...own,
    name: 'turnOnSecondFactor',
    does: 'Turns on the second factor whose secret an app was given',
    more: 'The app shows that with its code (RFC 6238). From then on signing in takes a code. The ten recovery codes are shown this once.',
    body: SecondFactorProof,
    answer: { status: 201, json: RecoveryCodes },
  },
  'POST /api/second-factor/recovery-codes': {
    ...own,
    name: 'makeRecoveryCodes',
    does: 'Makes ten recovery codes in place of those that there are',
    more: `They are shown this once. ${counts}`,
    body: OwnPassword,
    answer: { status: 201, json: RecoveryCodes },
    refused: [409, 429],
  },
  'POST /api/second-factor/off': {
    ...own,
    name: 'turnOffSecondFactor',
    does: 'Turns one’s second factor off',
    more: counts,
    body: OwnPassword,
    answer: { status: 204 },
    refused: [409, 429],
  },
  'DELETE /api/users/{id}/second-factor': {
    name: 'removeSecondFactor',
    does: 'Turns off the second factor of somebody who has lost it',
    more: 'Not one’s own. The password stays.',
    kind: 'asks',
    who: 'admins',
    only: 'a browser',
    answer: { status: 204 },
    refused: [409],
  },
}
