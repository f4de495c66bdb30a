import { readCheckpoint, type Checkpoint } from '../../events/log/merkle/checkpoint-text.ts'
import { NoteRefused, openNote } from '../../events/log/merkle/note.ts'

/** What `note` says, if it bears a good signature by `verifierKey`. Throws `NoteRefused`. */
export function openCheckpoint(note: string, verifierKey: string): Checkpoint {
  return readCheckpoint(openNote(note, verifierKey))
}

/**
 * The note in a file that somebody kept: the note itself, the answer of `GET /api/audit/checkpoint`, which has the public key
 * beside it, or the last line of an export.
 */
export function readKept(text: string): { note: string; publicKey?: string } {
  if (!text.startsWith('{')) return { note: text }
  const { note, checkpoint = note, publicKey } = parsed(text)
  if (typeof checkpoint !== 'string') throw new NoteRefused('Expected a checkpoint: a signed note, or JSON with one')
  return typeof publicKey === 'string' ? { note: checkpoint, publicKey } : { note: checkpoint }
}

function parsed(text: string): { [name: string]: unknown } {
  try {
    return JSON.parse(text) as { [name: string]: unknown }
  } catch {
    throw new NoteRefused('Expected a checkpoint: a signed note, or JSON with one')
  }
}
