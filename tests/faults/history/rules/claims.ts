import type { Facts } from '../facts.ts'
import type { Violation } from '../history.ts'

/** A claim never has two holders, and in the end those hold claims who should. */
export function claims(facts: Facts): Violation[] {
  return [...takenTwice(facts), ...heldInTheEnd(facts)]
}

function takenTwice({ accepted, ofCommand, attempts, holderAt }: Facts): Violation[] {
  return [...accepted].flatMap(([id, { take, release }]) => {
    const before = (ofCommand.get(id)?.[0]?.position ?? 0) - 1
    return take.flatMap(({ claim }): Violation[] => {
      const holder = holderAt(claim, before)
      if (holder === null || release.includes(claim)) return []
      const what = `Command ${id} took claim ${claim}, which ${holder} held`
      return [{ rule: 'one holder', what, records: attempts.get(id) ?? [] }]
    })
  })
}

/** The table keeps digests: it is compared by kind and holder. */
function heldInTheEnd({ log, held }: Facts): Violation[] {
  const names = (claims: readonly { kind: string; stream: string }[]) =>
    claims.map((one) => `${one.kind} ${one.stream}`)
  const [should, are] = [names(held()).sort(), names(log.claims).sort()]
  if (JSON.stringify(should) === JSON.stringify(are)) return []
  const [missing, surplus] = [without(should, are), without(are, should)]
  const what = `Of the claims that should be held ${missing.length} are not, and ${surplus.length} should not be`
  return [{ rule: 'one holder', what, records: [{ missing, surplus }] }]
}

function without(names: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken]
  return names.filter((name) => {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
