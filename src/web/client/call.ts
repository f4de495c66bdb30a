import { newId } from '../../events/new-id.ts'
import type { Problem } from '../api.ts'
import type { Agreed, Answer } from './agreement.ts'
import { eventsIn, openSilence } from './event-stream.ts'
import { Refused, Unreachable } from './refused.ts'

/** What the page learns from any answer, or from none. */
export type Heard = {
  reached: () => void
  lost: () => void
  /** A read or command was answered 401: the session has ended. */
  signedOut: () => void
  /** A command below `path` was accepted: what was fetched before may be old. */
  changed: (path: string) => void
  /** An answer stands for `position`, and no moment was asked for. */
  stands: (position: number) => void
  /** An answer, which by what was agreed is a `name`. */
  answered: (path: string, name: Agreed, body: unknown) => void
}
/** `patience` is in milliseconds. */
type Command = {
  version?: number
  body?: unknown
  /** Sent as it is, instead of a body. */
  file?: File
  keyed?: boolean
  patience?: number
  abort?: AbortSignal
  /** Asks in a way of its own. */
  by?: typeof globalThis.fetch | undefined
}
type Query = Record<string, string | undefined>
/** `patience` is as in a command; `answers` is a status that is no refusal although it is not of the usual ones. */
type Reading = { patience?: number; answers?: number; by?: Command['by'] }

/** How far the log has been replayed for a report. */
export type Progress = { position: number; of: number }

/** Milliseconds after which an answer is not waited for any longer. */
const PATIENCE = 20_000
/** The same for one that tells how far it is. */
const LONGEST = 3_600_000
/** What asks for a moment, or goes on with a list as of one. */
const PAST = ['asOf', 'until', 'cursor']

export type Calls = ReturnType<typeof openCalls>

/** How the page speaks to the server: it sees its own writes, and a command that is sent again counts once. */
export function openCalls(fetch: typeof globalThis.fetch, heard: Heard) {
  let position = 0
  const unanswered = new Map<string, string>()

  async function read<Name extends Agreed>(
    path: string,
    name: Name,
    query: Query = {},
    abort?: AbortSignal,
    reading: Reading = {},
  ): Promise<Answer<Name>> {
    const response = await reach(path + search(query), { headers: seenUpTo() }, abort, reading)
    noteStand(query, response)
    if (response.status === reading.answers) return heardAs(path, name, await response.json())
    return answer(path, name, response)
  }

  /** As `read`, of what may take minutes: `tell` hears how far it is, and it is not given up on as long as it goes on. */
  async function readLong<Name extends Agreed>(
    path: string,
    name: Name,
    query: Query,
    abort?: AbortSignal,
    tell?: (progress: Progress) => void,
  ): Promise<Answer<Name>> {
    const silence = openSilence(PATIENCE)
    const signal = AbortSignal.any([silence.signal, ...(abort ? [abort] : [])])
    try {
      const headers = { ...seenUpTo(), Accept: 'text/event-stream' }
      const response = await reach(path + search(query), { headers }, signal, { patience: LONGEST })
      noteStand(query, response)
      if (!response.ok || !response.body) throw await refusal(path, response)
      for await (const { event, data } of eventsIn(response.body, silence.heard)) {
        if (event === 'report') return heardAs(path, name, JSON.parse(data))
        if (event === 'progress') tell?.(JSON.parse(data) as Progress)
      }
    } catch (error) {
      if (abort?.aborted || error instanceof Refused || error instanceof Unreachable) throw error
    } finally {
      silence.end()
    }
    // It broke off. Asked in the usual way, the ledger says why.
    return read(path, name, query, abort)
  }

  async function command<Name extends Agreed>(
    method: string,
    path: string,
    name: Name,
    asked: Command = {},
  ): Promise<Answer<Name>> {
    const { version, body, file, keyed = true, patience = PATIENCE, abort, by } = asked
    const text = body === undefined ? null : JSON.stringify(body)
    const headers: Record<string, string> = {}
    if (text !== null) headers['Content-Type'] = 'application/json'
    if (file) headers['Content-Type'] = 'text/csv'
    if (version !== undefined) headers['If-Match'] = `"${version}"`
    const what = [method, path, version, text, file && [file.name, file.size, file.lastModified]].join('\n')
    if (keyed) headers['Idempotency-Key'] = keyOf(what)
    const response = await reach(path, { method, headers, body: file ?? text }, abort, { patience, by })
    if (response.status < 500) unanswered.delete(what)
    position = Math.max(position, Number(response.headers.get('Ledger-Position') ?? 0))
    if (response.ok && keyed) heard.changed(path)
    return answer(path, name, response)
  }

  function seenUpTo(): Record<string, string> {
    return position > 0 ? { 'Ledger-Position': `${position}` } : {}
  }

  function noteStand(query: Query, { headers }: Response) {
    const position = headers.get('Ledger-Position')
    if (position !== null && PAST.every((word) => query[word] === undefined)) heard.stands(Number(position))
  }

  /** The key of the same command when it had no answer; a new one otherwise. */
  function keyOf(what: string): string {
    const key = unanswered.get(what) ?? newId()
    unanswered.set(what, key)
    return key
  }

  async function reach(path: string, init: RequestInit, abort?: AbortSignal, reading: Reading = {}): Promise<Response> {
    const { patience = PATIENCE, answers, by = fetch } = reading
    const signals = [AbortSignal.timeout(patience), ...(abort ? [abort] : [])]
    try {
      const response = await by(path, { ...init, signal: AbortSignal.any(signals) })
      if (response.status >= 502 && response.status !== answers && !isProblem(response))
        throw new Unreachable(`${response.status}`)
      heard.reached()
      return response
    } catch (error) {
      if (abort?.aborted) throw error
      heard.lost()
      throw new Unreachable('No answer', { cause: error })
    }
  }

  async function answer<Name extends Agreed>(path: string, name: Name, response: Response): Promise<Answer<Name>> {
    if (!response.ok) throw await refusal(path, response)
    const body: unknown = response.status === 204 ? undefined : await response.json()
    return heardAs(path, name, body)
  }

  async function refusal(path: string, response: Response): Promise<Refused> {
    const unknown: Problem = { type: 'about:blank', title: response.statusText, status: response.status }
    const problem = isProblem(response) ? heardAs(path, 'Problem', await response.json()) : unknown
    if (response.status === 401 && path !== '/api/session') heard.signedOut()
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
    return new Refused(problem, Number.isFinite(seconds) ? seconds : undefined)
  }

  function heardAs<Name extends Agreed>(path: string, name: Name, body: unknown): Answer<Name> {
    heard.answered(path, name, body)
    return body as Answer<Name>
  }

  return {
    read,
    readLong,
    command,
    /** The position up to which the page has seen, or itself made, what there is. */
    seen: () => position,
    /** From now on every read waits for what happened up to `newest`. */
    see(newest: number) {
      position = Math.max(position, newest)
    },
  }
}

export function search(query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length ? `?${new URLSearchParams(given)}` : ''
}

function isProblem(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false
}
