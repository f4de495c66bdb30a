import type * as z from 'zod'
import type { Right } from '../../../commands/rights.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Method and path, `GET /api/expenses/{id}`. */
export type RouteKey = `${Method} /${string}`

/** What is said of a route. What follows from it (headers, refusals) is worked out in one place, `operation.ts`. */
export type Route = {
  /** What generated clients call it. */
  name: string
  /** In a few words: `Records an expense`. */
  does: string
  /** What else there is to know. */
  more?: string
  kind: Kind
  who: Who
  /** For whoever signed in with a password, not for tokens. */
  only?: 'a browser'
  /** Of several, one or the other. */
  query?: z.ZodObject | readonly z.ZodObject[]
  body?: z.ZodType
  /** Taken instead of JSON, as it is. */
  file?: { type: string; example: string }
  answer: Answer
  /** The same body under another status, which is then no problem. */
  otherwise?: Answer
  /** Statuses that do not follow from the rest. */
  refused?: readonly (keyof typeof refusals)[]
}

/** 200 unless it says otherwise. A text has an example instead of a schema; `each` is what its lines or messages hold. */
export type Answer = {
  status?: number
  json?: z.ZodType
  text?: { type: string; example: string; each?: z.ZodType }
}

/**
 * Who may ask: anybody; whoever is signed in, about themselves or for what is the same for all; admins; or, in the ledger that it is about, those
 * to whom `rights.ts` gives a right. `gate.ts` reads it, and so does the test that walks every route as every kind of caller.
 */
export type Who = 'anybody' | 'signed in' | 'admins' | 'admins or the first' | `may ${Right}`

export type Routes = Record<RouteKey, Route>

/** The headers that a request may have and those that its answer then has. */
export const kinds = {
  /** A command that begins something: safe to send again under its key. */
  creates: { takes: ['Idempotency-Key'], gives: ['ETag', 'Ledger-Position', 'Idempotent-Replay'] },
  /** A command about one thing that is there. */
  changes: { takes: ['Idempotency-Key', 'If-Match'], gives: ['ETag', 'Ledger-Position', 'Idempotent-Replay'] },
  /** A command about many things at once: there is no one version. */
  'changes many': { takes: ['Idempotency-Key'], gives: ['Ledger-Position', 'Idempotent-Replay'] },
  /** Changes what is no part of the log, for the version that was seen. */
  keeps: { takes: ['If-Match'], gives: ['ETag'] },
  /** Waits for the log, and says as of which position it answers. */
  reads: { takes: ['Ledger-Position'], gives: ['Ledger-Position'] },
  'reads one': { takes: ['Ledger-Position'], gives: ['ETag', 'Ledger-Position'] },
  follows: { takes: ['Last-Event-ID'], gives: [] },
  /** Neither waits for the log nor says where it stands. */
  asks: { takes: [], gives: [] },
  'asks for one': { takes: [], gives: ['ETag'] },
} as const satisfies Record<string, { takes: readonly string[]; gives: readonly string[] }>
export type Kind = keyof typeof kinds
export type TakenHeader = (typeof kinds)[Kind]['takes'][number]
export type GivenHeader = (typeof kinds)[Kind]['gives'][number]

/** What each refusal means, whatever was asked for. */
export const refusals = {
  400: 'Malformed: no JSON, no UTF-8, no percent-encoding, or a header that is not in its form',
  401: 'Not signed in, or no longer',
  403: 'Not allowed, or sent by another site',
  404: 'Not there, or somebody else’s',
  409: 'Refused by a rule of the ledger; `type` says which',
  412: 'Stale: there is a newer version than that of `If-Match`',
  413: 'The body is too large',
  415: 'The body is not of the type that is taken, `application/json` unless another is said',
  422: 'Invalid: `errors` names each field, parameter or header and what is wrong with it',
  429: 'Too many failed sign-ins; `Retry-After` says in how many seconds to try again',
  500: 'The ledger failed at this request; its log says more under the `requestId`',
  503: 'Not available just now, or the position that was asked for has not been reached; try again',
} as const

/** Whether it goes through the log as a command does, and is done once for each idempotency key. */
export function isCommand({ kind }: Route): boolean {
  return kinds[kind].takes.some((header) => header === 'Idempotency-Key')
}
