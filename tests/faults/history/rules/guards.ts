import type { Facts } from '../facts.ts'
import type { Command, Guard, Violation } from '../history.ts'

/** What a command relied on held where it stands in the log: of writers who race, one wins. */
export function guards(facts: Facts): Violation[] {
  const appended = [...facts.accepted].map(([id, command]) => {
    return { command, before: (facts.ofCommand.get(id)?.[0]?.position ?? 0) - 1 }
  })
  return [...appended, ...withoutEvents(facts)].flatMap(({ command, before }) => {
    return command.guards.flatMap((guard): Violation[] => {
      const actual = whatWas(guard, before, facts)
      if (actual === undefined) return []
      const what = `Command ${command.id} relied on ${JSON.stringify(guard)}, but after position ${before} ${actual}`
      return [{ rule: 'guards hold', what, records: facts.attempts.get(command.id) ?? [] }]
    })
  })
}

/** Commands that were remembered, and changed nothing. */
function withoutEvents({ log, attempts }: Facts): { command: Command; before: number }[] {
  return log.remembered.flatMap(({ commandId, position }) => {
    const command = attempts.get(commandId)?.find(({ answer }) => !(answer && 'conflict' in answer))?.command
    return command && command.events.length === 0 ? [{ command, before: position }] : []
  })
}

/** What was the case instead; `undefined` if the guard held. */
function whatWas(guard: Guard, at: number, facts: Facts): string | undefined {
  if ('stream' in guard) {
    const version = facts.versionAt(guard.stream, at)
    return version === guard.version ? undefined : `its version was ${version}`
  }
  if ('others' in guard) return facts.othersAt(guard.others, at) ? undefined : 'there was no other'
  const holder = facts.holderAt(guard.claim, at)
  return holder === guard.holder ? undefined : `it was held by ${holder ?? 'nobody'}`
}
