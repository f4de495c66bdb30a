import type { Readable } from 'node:stream'
import { NoteRefused } from '../../events/log/merkle/note.ts'
import { NotOfExport } from './event-line.ts'
import { openExamination } from './examination.ts'
import { openFileKeys } from './file-keys.ts'
import { isCheckpoint, isKeys, readKeys, readNote } from './file-line.ts'
import { fileLines } from './file-lines.ts'
import { openCheckpoint } from './held-checkpoint.ts'
import { openTree, type Held } from './tree.ts'
import { Flaw, verdictOf, type Verdict } from './verdict.ts'

export type FileOptions = {
  /** The public key under which the file's own checkpoint must be signed. */
  verifierKey: string
  /** A checkpoint that was kept elsewhere. */
  kept?: Held | undefined
  /** Hears of how many bytes were read. */
  onProgress?: ((bytes: number) => void) | undefined
}

/** Whether `file`, an audit export, is whole and as it was recorded and signed; if not, the problem names the line. */
export function verifyFile(file: Readable, options: FileOptions): Promise<Verdict> {
  return verdictOf(async () => {
    const proof = openProof(options)
    let [line, bytes] = [0, 0]
    try {
      for await (const some of fileLines(file)) {
        for (const { bytes: read, whole } of some) {
          line++
          bytes += read.length + 1
          proof.take(read, whole)
        }
        options.onProgress?.(bytes)
      }
      line++
      return proof.end()
    } catch (error) {
      throw inLine(line, proof.next(), error)
    }
  })
}

function inLine(line: number, position: number, error: unknown): unknown {
  if (error instanceof Flaw) return new Flaw(error.position, `line ${line}: ${error.message}`)
  const isProblem = error instanceof NotOfExport || error instanceof NoteRefused
  return isProblem ? new Flaw(position, `line ${line}: ${error.message}`) : error
}

/** The lines come in this order: keys, if there are any; events; the checkpoint. */
function openProof({ verifierKey, kept }: FileOptions) {
  const examination = openExamination()
  const tree = openTree()
  const keys = openFileKeys()
  let isOver = false
  const next = () => tree.frontier().size + 1

  function take(line: Buffer, whole: boolean): void {
    if (!whole) throw new Flaw(next(), 'the file is cut off here: expected a whole line')
    if (isOver) throw new Flaw(next(), 'expected the end of the file after the checkpoint')
    if (isCheckpoint(line)) takeCheckpoint(line)
    else if (isKeys(line)) takeKeys(line)
    else takeEvent(line)
  }

  function takeKeys(line: Buffer): void {
    if (next() > 1) throw new Flaw(next(), 'expected keys before the first event')
    for (const [userId, key] of readKeys(line)) keys.add(userId, key)
  }

  function takeEvent(line: Buffer): void {
    const event = examination.take(line)
    keys.open(event)
    tree.add(event.leaf)
    if (kept?.position === event.position) tree.holdAgainst(kept)
  }

  function takeCheckpoint(line: Buffer): void {
    const { position, rootHash } = openCheckpoint(readNote(line), verifierKey)
    if (position >= next()) {
      throw new Flaw(next(), `event ${next()} is missing: the checkpoint is of ${position} events`)
    }
    if (position < next() - 1) {
      throw new Flaw(position + 1, `the checkpoint is of ${position} events, but ${next() - 1} stand before it`)
    }
    tree.holdAgainst({ what: 'the checkpoint of this file', position, rootHash })
    isOver = true
  }

  /** Throws `Flaw` for what is not there. */
  function end(): { events: number; head: string } {
    if (!isOver) throw new Flaw(next(), 'expected the checkpoint: the file is cut off, or never was whole')
    if (kept && kept.position >= next()) {
      throw new Flaw(next(), `event ${next()} is missing: ${kept.what} is of ${kept.position} events`)
    }
    keys.end(next())
    return { events: next() - 1, head: tree.root() }
  }

  return { take, end, next }
}
