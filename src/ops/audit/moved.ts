import { hash } from 'node:crypto'

/** How far from where an event stands it is looked for: two that were exchanged are seldom far apart. */
const FARTHEST = 100_000

/**
 * The position at which the event of `line`, which stands at `position`, was recorded, going by its hash: for an event whose
 * hash is not that of what stands there, but would be at another position.
 */
export function recordedAtPosition(line: Buffer, position: number, kept: string): number | undefined {
  const [before = '', after = ''] = line
    .toString()
    .replace(`"hash":"${kept}",`, '')
    .split(`,"position":${position},"recordedAt":`)
  const isIt = (other: number) => hash('sha256', `\0${before},"position":${other},"recordedAt":${after}`) === kept
  for (let distance = 1; distance <= FARTHEST; distance++) {
    if (isIt(position + distance)) return position + distance
    if (position > distance && isIt(position - distance)) return position - distance
  }
  return undefined
}
