import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Instant } from '../../events/calendar.ts'
import { isCanonical } from './is-canonical.ts'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const COUNT = '[1-9][0-9]{0,14}'
const INSTANT = '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z'

/**
 * The members of an event in canonical form, in their order, and what to call them. Any type and any data: an auditor of today can
 * prove what a later release recorded.
 */
const members: Record<string, [pattern: string, expected: string]> = {
  actorId: [`null|"${UUID}"`, 'null or a UUID in lower case'],
  commandId: [`"${UUID}"`, 'a UUID in lower case'],
  commandIndex: [`0|${COUNT}`, 'a whole number'],
  data: ['\\{.*?\\}', 'an object'],
  hash: ['"[0-9a-f]{64}"', '64 hex digits in lower case'],
  metadata: ['\\{.*?\\}', 'an object'],
  position: [COUNT, 'a whole number from 1'],
  recordedAt: [`"${INSTANT}"`, 'an instant with six digits and Z'],
  stream: [`"[a-z]+-${UUID}"`, 'a stream such as expense-<UUID>'],
  type: ['"[A-Za-z]+"', 'a type of event'],
  userId: [`"${UUID}"`, 'a UUID in lower case'],
  version: [COUNT, 'a whole number from 1'],
}

const patterns = Object.entries(members).map(([name, [pattern]]) => `"${name}":(${pattern})`)
/**
 * Where it matches, and what it takes for `data` and `metadata` are canonical JSON, the whole line is, and is an event: nothing is
 * parsed that need not be.
 */
const LINE = new RegExp(`^\\{${patterns.join(',')}\\}$`, 's')

/** An event as its line tells it; `leaf` is the leaf hash of what stands there, `hash` the one that is kept with it. */
export type EventLine = {
  position: number
  stream: string
  version: number
  type: string
  userId: string
  actorId: string | null
  commandId: string
  commandIndex: number
  recordedAt: Instant
  /** Canonical JSON. */
  data: string
  metadata: string
  hash: string
  leaf: string
}

/** Why a line is not what an audit export has. */
export class NotOfExport extends Error {
  override readonly name = 'NotOfExport'
}

/** Throws `NotOfExport`. */
export function readEventLine(line: Buffer): EventLine {
  const text = textOf(line)
  const [, actor, command, index, data = '', kept = '', metadata = '', position, instant, stream, type, user, version] =
    LINE.exec(text) ?? []
  if (!isCanonical(data) || !isCanonical(metadata)) throw new NotOfExport(whatIsWrong(text))
  return {
    position: Number(position),
    stream: unquoted(stream),
    version: Number(version),
    type: unquoted(type),
    userId: unquoted(user),
    actorId: actor === 'null' ? null : unquoted(actor),
    commandId: unquoted(command),
    commandIndex: Number(index),
    // The pattern is that of an instant.
    recordedAt: unquoted(instant) as Instant,
    data,
    metadata,
    hash: unquoted(kept),
    leaf: hash('sha256', `\0${text.replace(`"hash":${kept},`, '')}`),
  }
}

/** The text of a line. Throws `NotOfExport` for bytes that are none. */
export function textOf(line: Buffer): string {
  if (!isUtf8(line)) throw new NotOfExport('not UTF-8')
  return line.toString()
}

function unquoted(text = ''): string {
  return text.slice(1, -1)
}

/** Only asked of lines of which something is wrong. */
function whatIsWrong(text: string): string {
  const value = parsed(text)
  const wrong = Object.entries(members).flatMap(([name, [pattern, expected]]) => {
    const member = JSON.stringify(value[name])
    return new RegExp(`^(${pattern})$`, 's').test(member ?? '') ? [] : [`${name}: expected ${expected}`]
  })
  const unknown = Object.keys(value).filter((name) => !(name in members))
  const problems = [...wrong, ...unknown.map((name) => `${name}: expected no such member`)]
  if (problems.length > 0) return `not an event: ${problems.join('; ')}`
  return 'not in canonical form (RFC 8785), as every event was written'
}

function parsed(text: string): { [name: string]: unknown } {
  try {
    return Object(JSON.parse(text)) as { [name: string]: unknown }
  } catch {
    throw new NotOfExport('no JSON: expected an object a line')
  }
}
