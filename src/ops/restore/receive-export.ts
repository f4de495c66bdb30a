import { readCheckpoint } from '../../events/log/merkle/checkpoint-text.ts'
import { NoteRefused } from '../../events/log/merkle/note.ts'
import { isCheckpoint, isKeys, readKeys, readNote } from '../audit/file-line.ts'
import { openFileKeys } from '../audit/file-keys.ts'
import { openCheckpoint } from '../audit/held-checkpoint.ts'
import { Altered } from '../backup/altered.ts'
import { Unusable } from '../unusable.ts'
import type { Filling } from './filling.ts'
import type { openProvenLog, Restored } from './proven-log.ts'

type Lines = AsyncGenerator<Buffer[]>

/** The first lines of an audit export, and all that follow. Throws `Unusable` if it cannot be restored as it has no keys. */
export async function expectKeys(lines: Lines): Promise<Lines> {
  const begun = await lines.next()
  const first = begun.done ? [] : begun.value
  if (!first[0] || !isKeys(first[0])) {
    throw new Unusable(
      'This export has no keys: it proves the log, and nobody can read what people wrote in it. Restore a backup, or one made by export --with-keys',
    )
  }
  return following(first)

  async function* following(some: Buffer[]): Lines {
    yield some
    yield* lines
  }
}

/**
 * Reads an audit export with keys into `filling`, and proves it against its checkpoint; that this was signed with
 * `verifierKey`, only where one is known. Throws `Altered`, `Flaw`.
 */
export async function receiveExport(
  lines: Lines,
  filling: Filling,
  proven: ReturnType<typeof openProvenLog>,
  verifierKey: string | undefined,
): Promise<Restored> {
  const keys = openFileKeys()
  let isOver = false
  await filling.begin({ table: 'keys', columns: ['owner', 'secret'] })
  for await (const some of lines) for (const line of some) await take(line)
  await filling.flush()
  if (!isOver) throw new Altered('cut short: its checkpoint is missing')
  keys.end(proven.events())
  return proven.restored()

  async function take(line: Buffer): Promise<void> {
    if (isOver) throw new Altered('something was added at its end')
    if (isKeys(line)) return takeKeys(line)
    if (isCheckpoint(line)) return expectCheckpoint(readNote(line))
    const { event, isWanted } = proven.take(line)
    keys.open(event)
    if (isWanted) await filling.event(event)
  }

  async function takeKeys(line: Buffer): Promise<void> {
    for (const [owner, secret] of readKeys(line)) {
      keys.add(owner, secret)
      await filling.row([owner, secret])
    }
  }

  function expectCheckpoint(note: string): void {
    const { position, rootHash } = verifierKey === undefined ? readUnproven(note) : openCheckpoint(note, verifierKey)
    if (position !== proven.events() || rootHash.toString('base64') !== proven.root()) {
      throw new Altered('its events are not those that its checkpoint was signed for')
    }
    isOver = true
  }
}

/** What a note says, whoever signed it. */
function readUnproven(note: string) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0) throw new NoteRefused('Expected a signed note')
  return readCheckpoint(note.slice(0, end + 1))
}
