import type { Facts } from '../facts.ts'
import type { Violation } from '../history.ts'

/** What was asked for after somebody was told of position p comes after p: real time and the log agree. */
export function commitOrder({ ofCommand, attempts, atLeast }: Facts): Violation[] {
  return [...ofCommand].flatMap(([id, rows]): Violation[] => {
    const asked = attempts.get(id) ?? []
    const [first] = rows
    if (!first || asked.length === 0) return []
    const told = atLeast(Math.min(...asked.map(({ begin }) => begin)))
    if (first.position > told) return []
    const what = `Command ${id} was asked for when position ${told} had been told, and is at ${first.position}`
    return [{ rule: 'commit order', what, records: [...asked, first] }]
  })
}
