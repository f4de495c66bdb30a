import { amountOf, leaves, type Facts } from '../facts.ts'
import type { Violation } from '../history.ts'

/** What is in the log was asked for, is whole, as it was asked for, and there once. */
export function eachCommandOnce(facts: Facts): Violation[] {
  return [...fromCommands(facts), ...doubledAmounts(facts)]
}

function fromCommands({ ofCommand, attempts }: Facts): Violation[] {
  return [...ofCommand].flatMap(([id, rows]): Violation[] => {
    const asked = attempts.get(id) ?? []
    const broken = (what: string): Violation[] => [
      { rule: 'each command once', what: `Command ${id} ${what}`, records: [...asked, ...rows] },
    ]
    if (asked.length === 0) return broken('is in the log and nobody asked for it')
    const inOrder = rows.every((row, index) => {
      return row.commandIndex === index && row.position === (rows[0]?.position ?? 0) + index
    })
    if (!inOrder) return broken('is not in one piece')
    if (!asked.some(({ command }) => leaves(command, rows))) return broken('is not in the log as it was asked for')
    const refused = asked.every(({ answer }) => answer && 'conflict' in answer)
    return refused ? broken('was refused, and is in the log') : []
  })
}

/** An amount that one command alone asked for is in the log once, whatever command it is there under. */
function doubledAmounts({ log, appends }: Facts): Violation[] {
  const asking = new Map<number, Set<string>>()
  for (const { command } of appends) {
    for (const { amount } of command.events) {
      if (amount !== null) asking.set(amount, (asking.get(amount) ?? new Set()).add(command.id))
    }
  }
  return [...Map.groupBy(log.events, amountOf)].flatMap(([amount, rows]): Violation[] => {
    if (amount === null || rows.length === 1 || asking.get(amount)?.size !== 1) return []
    const where = rows.map(({ position }) => position).join(' and ')
    return [{ rule: 'each command once', what: `One event is there twice, at ${where}`, records: rows }]
  })
}
