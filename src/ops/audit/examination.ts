import { NotOfExport, readEventLine, type EventLine } from './event-line.ts'
import { openIdTable, type IdTable } from './id-table.ts'
import { recordedAtPosition } from './moved.ts'
import { Flaw } from './verdict.ts'

const UUID_LENGTH = 36

/**
 * Takes the lines of a log's events, one after the other from the first, and throws `Flaw` at the first that cannot be as it was
 * recorded: by itself or after those before it. What the tree says of them all is not looked at here.
 */
export function openExamination() {
  const streams = new Map<string, IdTable>()
  const commands = openIdTable()
  let last: EventLine | undefined

  function take(line: Buffer): EventLine {
    const expected = (last?.position ?? 0) + 1
    const event = read(line, expected)
    if (event.position > expected) throw new Flaw(expected, `the event is missing: event ${event.position} follows`)
    if (event.position < expected) throw new Flaw(expected, `event ${event.position} stands where ${expected} belongs`)
    if (event.leaf !== event.hash) throw new Flaw(expected, whatChanged(line, event))
    takeInstant(event)
    takeVersion(event)
    takeCommand(event)
    last = event
    return event
  }

  function takeInstant({ position, recordedAt }: EventLine): void {
    if (!last || recordedAt > last.recordedAt) return
    throw new Flaw(position, `recorded at ${recordedAt}, which is not after the event before it (${last.recordedAt})`)
  }

  function takeVersion({ position, stream, version }: EventLine): void {
    const [kind, id] = [stream.slice(0, -UUID_LENGTH), stream.slice(-UUID_LENGTH)]
    const versions = streams.get(kind) ?? openIdTable()
    const before = versions.put(id, version)
    if (version !== before + 1) {
      throw new Flaw(position, `version ${version} of ${stream}, which was at version ${before} before it`)
    }
    streams.set(kind, versions)
  }

  /** A command is there once, and its events stand side by side. */
  function takeCommand({ position, commandId, commandIndex }: EventLine): void {
    if (commandIndex > 0) {
      if (last?.commandId === commandId && last.commandIndex === commandIndex - 1) return
      throw new Flaw(position, `event ${commandIndex} of command ${commandId} without the one before it`)
    }
    const earlier = commands.put(commandId, position)
    if (earlier > 0) throw new Flaw(position, `command ${commandId} was carried out at position ${earlier} already`)
  }

  return { take, last: () => last }
}

function read(line: Buffer, expected: number): EventLine {
  try {
    return readEventLine(line)
  } catch (error) {
    throw error instanceof NotOfExport ? new Flaw(expected, error.message) : error
  }
}

function whatChanged(line: Buffer, { position, hash, leaf }: EventLine): string {
  const origin = recordedAtPosition(line, position, hash)
  if (origin !== undefined) return `the event that stands here was recorded at position ${origin}`
  return `the event was changed after it was recorded: what stands here has the hash ${leaf}, kept with it is ${hash}`
}
