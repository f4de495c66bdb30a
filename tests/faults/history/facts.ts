import { claimsOver, type ClaimChange } from './facts/claims.ts'
import { headBounds } from './facts/head-bounds.ts'
import type { AppendAsked, Command, History, LogRow } from './history.ts'
import { amountIn } from './written-append.ts'

export type Facts = ReturnType<typeof factsOf>

/** A history, sorted so that the rules can ask it questions. Holds no opinion. */
export function factsOf(history: History) {
  const { log, operations } = history
  const ofStream = Map.groupBy(log.events, ({ stream }) => stream)
  const ofUser = Map.groupBy(log.events, ({ userId }) => userId)
  const ofCommand = Map.groupBy(log.events, ({ commandId }) => commandId)
  const appends = operations.filter((operation) => operation.ask === 'append')
  const attempts = Map.groupBy(appends, ({ command }) => command.id)
  const accepted = acceptedCommands(attempts, ofCommand)
  const claims = claimsOver(changesOfClaims(accepted, ofCommand))

  return {
    ...history,
    appends,
    /** All appends of a command, by its id. */
    attempts,
    ofCommand,
    /** What was asked for where a command is in the log. */
    accepted,
    ...claims,
    ...headBounds(operations, attempts, ofCommand),
    /** The rows of these streams, or of this user, in the order of the log. */
    rowsOf({ streams, userId }: { streams?: readonly string[]; userId?: string }): readonly LogRow[] {
      if (streams?.length === 1) return ofStream.get(streams[0] ?? '') ?? []
      if (streams) return streams.flatMap((stream) => ofStream.get(stream) ?? []).sort(byPosition)
      return userId === undefined ? log.events : (ofUser.get(userId) ?? [])
    },
    /** The version of `stream` once the head was at `position`. */
    versionAt: (stream: string, position: number) => countUpTo(ofStream.get(stream) ?? [], position),
  }
}

/** How many of `rows`, which are in the order of the log, are not after `position`. */
export function countUpTo(rows: readonly { position: number }[], position: number): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle]?.position ?? Infinity) <= position) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether `rows` are what this command asks for. */
export function leaves({ events }: Command, rows: readonly LogRow[]): boolean {
  if (events.length !== rows.length) return false
  return rows.every((row, index) => {
    return row.stream === events[index]?.stream && amountOf(row) === events[index].amount
  })
}

/** The amount that an expense has after the event. */
export function amountOf({ data }: LogRow): number | null {
  return amountIn(JSON.parse(data) as Parameters<typeof amountIn>[0])
}

function acceptedCommands(
  attempts: ReadonlyMap<string, readonly AppendAsked[]>,
  ofCommand: ReadonlyMap<string, readonly LogRow[]>,
): ReadonlyMap<string, Command> {
  const accepted = new Map<string, Command>()
  for (const [id, rows] of ofCommand) {
    const fitting = (attempts.get(id) ?? []).filter(({ command }) => leaves(command, rows))
    const answered = fitting.find(({ answer }) => answer && 'appended' in answer)
    const unknown = fitting.find(({ answer }) => !(answer && 'conflict' in answer))
    const found = answered ?? unknown ?? fitting[0]
    if (found) accepted.set(id, found.command)
  }
  return accepted
}

/** In the order of the log; each at the position at which its command was complete. */
function changesOfClaims(
  accepted: ReadonlyMap<string, Command>,
  ofCommand: ReadonlyMap<string, readonly LogRow[]>,
): ClaimChange[] {
  const changes: ClaimChange[] = []
  for (const [id, { release, take }] of accepted) {
    const position = ofCommand.get(id)?.at(-1)?.position ?? 0
    changes.push(...release.map((claim) => ({ claim, position, holder: null })))
    changes.push(...take.map(({ claim, stream }) => ({ claim, position, holder: stream })))
  }
  return changes.sort(byPosition)
}

function byPosition(one: { position: number }, other: { position: number }): number {
  return one.position - other.position
}
