export type ClaimChange = { claim: string; position: number; holder: string | null }

/** Who held which claim when, as `changes` in the order of the log say. */
export function claimsOver(changes: readonly ClaimChange[]) {
  const ofClaim = Map.groupBy(changes, ({ claim }) => claim)
  const ofKind = Map.groupBy(changes, ({ claim }) => kindOf(claim))

  /** The stream that held `claim` once the head was at `position`. */
  function holderAt(claim: string, position: number): string | null {
    return (ofClaim.get(claim) ?? []).findLast((change) => change.position <= position)?.holder ?? null
  }

  function othersAt(claim: string, position: number): boolean {
    const others = new Set((ofKind.get(kindOf(claim)) ?? []).map((change) => change.claim))
    others.delete(claim)
    return [...others].some((other) => holderAt(other, position) !== null)
  }

  /** `from`, and where `changes` moved something after it and not after `to`. */
  function moments(changes: readonly ClaimChange[] = [], from: number, to: number): number[] {
    return [from, ...changes.map(({ position }) => position).filter((position) => position > from && position <= to)]
  }

  return {
    holderAt,
    /** Whether another claim of the kind was held once the head was at `position`. */
    othersAt,
    /** All that held `claim` in turn while the head went from `from` to `to`. */
    holdersWithin: (claim: string, from: number, to: number) =>
      moments(ofClaim.get(claim), from, to).map((position) => holderAt(claim, position)),
    /** The same of whether others were held. */
    othersWithin: (claim: string, from: number, to: number) =>
      moments(ofKind.get(kindOf(claim)), from, to).map((position) => othersAt(claim, position)),
    /** Whether `claim` came or went after `from`, and not after `to`. */
    claimMoved: (claim: string, from: number, to: number) => moved(ofClaim.get(claim), from, to),
    /** The same of any claim of its kind. */
    kindMoved: (claim: string, from: number, to: number) => moved(ofKind.get(kindOf(claim)), from, to),
    /** All claims that are held in the end. */
    held: () =>
      [...ofClaim.keys()].flatMap((claim) => {
        const stream = holderAt(claim, Infinity)
        return stream === null ? [] : [{ kind: kindOf(claim), stream }]
      }),
  }
}

function kindOf(claim: string): string {
  return claim.slice(0, claim.indexOf(' '))
}

function moved(changes: readonly ClaimChange[] = [], from: number, to: number): boolean {
  return changes.some(({ position }) => position > from && position <= to)
}
