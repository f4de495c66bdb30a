import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { AppendAnswer, Command, FinalLog, History, LogRow, Operation, Sight } from './history.ts'
import { printOfSurroundings } from './prints.ts'

// Small histories, made by hand. Moments are seconds since 1970; the event at position p was recorded in second p.

const SECOND = 1_000_000

/** An operation as it would have been if all were well, with `log` in the end. */
type Made = (log: FinalLog) => Operation

/** A log of these events, each written `command stream`, as it should be. */
export function logOf(...events: string[]): FinalLog {
  const rows: LogRow[] = []
  for (const event of events) {
    const [commandId = '', stream = ''] = event.split(' ')
    const version = rows.filter((row) => row.stream === stream).length + 1
    const commandIndex = rows.filter((row) => row.commandId === commandId).length
    rows.push(rowAt(rows.length + 1, { stream, version, commandId, commandIndex }))
  }
  const head = { position: rows.length, recordedAt: rows.at(-1)?.recordedAt ?? '' }
  return { head, events: rows, claims: [], remembered: [] }
}

/** An event with a right hash, whatever `fields` say. */
export function rowAt(position: number, fields: Partial<LogRow>): LogRow {
  const row = {
    position,
    stream: 'lunch',
    version: 1,
    type: 'ExpenseRecorded',
    userId: 'ana',
    commandId: 'a',
    commandIndex: 0,
    actorId: null,
    recordedAt: new Date(position * 1000).toISOString().replace('Z', '000Z'),
    data: `{"amount":${100 + position}}`,
    metadata: '{}',
    ...fields,
  }
  const whole = { ...row, data: JSON.parse(row.data) as unknown, metadata: JSON.parse(row.metadata) as unknown }
  return {
    ...row,
    hash: createHash('sha256')
      .update(`\0${canonicalJson(whole)}`)
      .digest('hex'),
  }
}

/** `log` with the event at `position` changed; its hash stays, unless it is among the changes. */
export function withRow(log: FinalLog, position: number, changes: Partial<LogRow>): FinalLog {
  return { ...log, events: log.events.map((row) => (row.position === position ? { ...row, ...changes } : row)) }
}

type AppendChanges = Partial<Command> & { answer?: AppendAnswer | null }

/** Command `id`, asked in second `from`, answered in second `to`: appended as the log has it, unless `answer` says otherwise. */
export function append(id: string, from: number, to: number, { answer, ...changes }: AppendChanges = {}): Made {
  return (log) => {
    const rows = log.events.filter(({ commandId }) => commandId === id)
    return {
      ...span(from, answer === null ? Infinity : to),
      ask: 'append',
      command: { ...commandOf(id, rows), ...changes },
      answer: answer === undefined ? appended(rows) : answer,
    }
  }
}

/** Asked and answered in the same second, as `fields` say. */
export function asked(second: number, fields: WithoutSpan<Operation>): Made {
  return () => ({ ...span(second, second + 0.5), ...fields })
}
type WithoutSpan<O> = O extends Operation ? Omit<O, 'process' | 'begin' | 'end'> : never

/** The events at `positions`, as somebody sees them who sees them right. */
export function sightsOf(log: FinalLog, ...positions: number[]): Sight[] {
  return positions.map((position) => {
    const row = log.events[position - 1] ?? rowAt(position, {})
    return [position, printOfSurroundings(row), contentOf(row)]
  })
}

export function historyOf(log: FinalLog, operations: readonly Made[], rest: Partial<History> = {}): History {
  return { operations: operations.map((make) => make(log)), disturbances: [], failed: [], log, wallOffset: 0, ...rest }
}

function span(from: number, to: number) {
  return { process: 'worker 0.0', begin: from * SECOND, end: to * SECOND }
}

function commandOf(id: string, rows: readonly LogRow[]): Command {
  const events = rows.map((row) => ({ stream: row.stream, content: contentOf(row), amount: 100 + row.position }))
  return { id, events, guards: [], take: [], release: [], key: null }
}

function contentOf({ commandId, commandIndex }: LogRow): string {
  return `${commandId} ${commandIndex}`
}

function appended(rows: readonly LogRow[]): AppendAnswer {
  const events = rows.map(({ position, stream, version, recordedAt }) => ({ position, stream, version, recordedAt }))
  return { appended: { position: rows.at(-1)?.position ?? 0, events } }
}
