import type { Facts } from '../facts.ts'
import type { FinalLog, Violation } from '../history.ts'

type Kept = FinalLog['remembered'][number]

/** Of all commands with one idempotency key one took place, is remembered from then on, and is what was answered. */
export function keys(facts: Facts): Violation[] {
  return [...keptWrongly(facts), ...notKept(facts), ...lookedUpWrongly(facts)]
}

function keptWrongly({ log, attempts, ofCommand }: Facts): Violation[] {
  return log.remembered.flatMap((kept): Violation[] => {
    const asked = (attempts.get(kept.commandId) ?? []).filter(({ command }) => command.key === kept.key)
    const broken = (what: string) => [violation(`Key ${kept.key} ${what}`, kept, ...asked)]
    if (asked.length === 0) return broken('is kept for a command that nobody asked for with it')
    if (asked.every(({ answer }) => answer && 'conflict' in answer))
      return broken('is kept for a command that was refused')
    const last = ofCommand.get(kept.commandId)?.at(-1)?.position
    if (last !== undefined) return kept.position === last ? [] : broken(`is kept with position ${kept.position}`)
    const otherwise = asked.some(({ answer }) => {
      return answer && 'appended' in answer && answer.appended.position !== kept.position
    })
    return otherwise ? broken('is kept otherwise than it was answered') : []
  })
}

function notKept({ log, accepted, ofCommand }: Facts): Violation[] {
  const byKey = new Map(log.remembered.map((kept) => [kept.key, kept]))
  return [...accepted.values()].flatMap(({ id, key }): Violation[] => {
    if (key === null) return []
    const kept = byKey.get(key)
    if (kept?.commandId === id) return []
    const what = kept ? `was used by command ${id} and by ${kept.commandId}` : `of command ${id} is not kept`
    return [violation(`Key ${key} ${what}`, ...(ofCommand.get(id) ?? []), kept)]
  })
}

function lookedUpWrongly({ log, operations, appends }: Facts): Violation[] {
  const byKey = new Map(log.remembered.map((kept) => [kept.key, kept]))
  const answeredAt = new Map<string, number>()
  for (const { command, answer, end } of appends) {
    if (command.key === null || !answer || !('appended' in answer)) continue
    answeredAt.set(command.key, Math.min(end, answeredAt.get(command.key) ?? Infinity))
  }
  return operations.flatMap((operation): Violation[] => {
    if (operation.ask !== 'remembered' || !operation.answer || 'failed' in operation.answer) return []
    const { key, answer, begin } = operation
    const kept = byKey.get(key)
    if (!answer.remembered) {
      const late = (answeredAt.get(key) ?? Infinity) < begin
      return late ? [violation(`Key ${key} was looked up in vain after its command had been answered`, operation)] : []
    }
    return same(answer.remembered, kept) ? [] : [violation(`Key ${key} was remembered otherwise`, operation, kept)]
  })
}

function same(one: Omit<Kept, 'key' | 'commandId'>, other: Kept | undefined): boolean {
  return (
    one.request === other?.request &&
    one.outcome === other.outcome &&
    one.stream === other.stream &&
    one.version === other.version &&
    one.position === other.position
  )
}

function violation(what: string, ...records: unknown[]): Violation {
  return { rule: 'keys are used once', what, records }
}
