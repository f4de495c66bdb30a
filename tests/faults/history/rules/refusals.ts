import type { Facts } from '../facts.ts'
import type { AppendAsked, Guard, Violation } from '../history.ts'

/** Whoever was refused relied on something that did not hold at some moment between the question and the answer. */
export function refusals(facts: Facts): Violation[] {
  return facts.appends.flatMap((append): Violation[] => {
    if (!append.answer || !('conflict' in append.answer) || hadReason(append, facts)) return []
    const what = `Command ${append.command.id} was refused, though all that it relied on held`
    return [{ rule: 'refused for a reason', what, records: [append] }]
  })
}

function hadReason({ command, begin, end }: AppendAsked, facts: Facts): boolean {
  const [from, to] = [facts.atLeast(begin), facts.atMost(end)]
  return (
    command.guards.some((guard) => mayHaveFailed(guard, from, to, facts)) ||
    command.take.some(({ claim }) => facts.holderAt(claim, from) !== null || facts.claimMoved(claim, from, to)) ||
    isUsed(command.key, command.id, end, facts)
  )
}

function mayHaveFailed(guard: Guard, from: number, to: number, facts: Facts): boolean {
  if ('stream' in guard) {
    const { stream, version } = guard
    return facts.versionAt(stream, from) !== version || facts.versionAt(stream, to) !== version
  }
  if ('others' in guard) return !facts.othersAt(guard.others, from) || facts.kindMoved(guard.others, from, to)
  return facts.holderAt(guard.claim, from) !== guard.holder || facts.claimMoved(guard.claim, from, to)
}

function isUsed(key: string | null, id: string, end: number, { log, attempts }: Facts): boolean {
  if (key === null) return false
  const other = log.remembered.find((kept) => kept.key === key && kept.commandId !== id)
  return (attempts.get(other?.commandId ?? '') ?? []).some(({ begin }) => begin < end)
}
