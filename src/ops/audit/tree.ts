import { grow, noLeaves, rootOf, type Hash } from '../../events/log/merkle/tree.ts'
import { Flaw } from './verdict.ts'

/** What was signed once: that the first `position` events hash to `rootHash`. `what` says in words which checkpoint that is. */
export type Held = { what: string; position: number; rootHash: Hash }

/** Hears of each node as it gets whole: `index` counts those of a level, which is 1 above the leaves, from 0. */
export type OnNode = (level: number, index: number, hash: Hash) => void

/** The tree over the events of a log, for holding it against what was signed. */
export function openTree(onNode?: OnNode) {
  let frontier = noLeaves
  let proven = 0

  return {
    add(leaf: string): void {
      frontier = grow(frontier, [Buffer.from(leaf, 'hex')], onNode)
    },
    /**
     * Throws `Flaw` if `held`, of as many events as there are so far, is of others. Where each event fits its own hash, all that can be
     * said is that something after the last good checkpoint was rewritten.
     */
    holdAgainst({ what, position, rootHash }: Held): void {
      if (!rootOf(frontier).equals(rootHash)) {
        throw new Flaw(proven + 1, `events ${proven + 1} to ${position} are not those that ${what} was signed for`)
      }
      proven = position
    },
    frontier: () => frontier,
    root: () => rootOf(frontier).toString('base64'),
  }
}
