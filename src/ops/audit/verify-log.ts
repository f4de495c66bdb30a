import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'mysql2/promise'
import { openExamination } from './examination.ts'
import { openKeptTree } from './kept-tree.ts'
import { readEnds, storedPages, type Ends } from './stored-log.ts'
import { openStoredCheckpoints } from './stored-checkpoints.ts'
import { openTree, type Held } from './tree.ts'
import { Flaw, verdictOf, type Verdict } from './verdict.ts'

export type LogOptions = {
  /** The public key under which the stored checkpoints must be signed; without one, the key that is stored with each. */
  verifierKey?: string | undefined
  /** A checkpoint that was kept elsewhere. */
  kept?: Held | undefined
  /** Rests as long as it works, for the sake of those who are served meanwhile. */
  gently?: boolean
  /** Hears of how many events were examined, of how many. */
  onProgress?: ((events: number, of: number) => void) | undefined
}

/**
 * Computes everything anew from the stored bytes, up to where the head is when it begins, and compares: each event's hash, the
 * tree and what is kept of it, the head, the checkpoints. Reads a page at a time.
 */
export function verifyLog(pool: Pool, options: LogOptions = {}): Promise<Verdict> {
  return verdictOf(async () => {
    const ends = await readEnds(pool)
    if (!ends) throw new Flaw(1, 'the log has no head: the row of log_head is gone')
    const proof = openProof(pool, ends, options)
    for await (const { lines, last } of storedPages(pool, ends.position)) {
      const begun = performance.now()
      await proof.take(lines, last)
      options.onProgress?.(last, ends.position)
      if (options.gently) await pause(performance.now() - begun)
    }
    return proof.end()
  })
}

function openProof(pool: Pool, ends: Ends, { verifierKey, kept }: LogOptions) {
  const examination = openExamination()
  const keptTree = openKeptTree(pool, ends)
  const tree = openTree(keptTree.onNode)
  const stored = openStoredCheckpoints(pool, verifierKey)

  async function take(lines: readonly Buffer[], last: number): Promise<void> {
    await stored.read(last)
    try {
      for (const line of lines) {
        const { leaf, position } = examination.take(line)
        tree.add(leaf)
        keptTree.compareFrontier(tree.frontier())
        for (const held of [stored.at(position), kept]) if (held?.position === position) tree.holdAgainst(held)
      }
    } finally {
      // If one of these is wrong, it says more closely where than a checkpoint does.
      await keptTree.compareNodes()
    }
  }

  /** What only shows where the log ends. */
  function end(): { events: number; head: string } {
    const { position, recordedAt, last, signed } = ends
    const { size } = tree.frontier()
    const next = size + 1
    if (last > position) throw new Flaw(next, `an event stands after the head of the log, which is at ${position}`)
    if (size < position) throw new Flaw(next, `the event is missing: the head of the log is at ${position}`)
    if (signed > size) throw new Flaw(next, `the event is missing: a checkpoint was signed of ${signed} events`)
    if (kept && kept.position > size) {
      throw new Flaw(next, `the event is missing: ${kept.what} is of ${kept.position} events`)
    }
    keptTree.compareHead()
    const newest = examination.last()
    if (newest && newest.recordedAt !== recordedAt) {
      throw new Flaw(size, `recorded at ${newest.recordedAt}, of which the head of the log says ${recordedAt}`)
    }
    return { events: size, head: tree.root() }
  }

  return { take, end }
}
