import { newestMigration } from '../../events/log/migrate.ts'
import { progressTo } from '../progress.ts'
import type { ErasedList } from '../erased-list.ts'
import { complete, type Completed } from './complete.ts'
import { openFilling } from './filling.ts'
import { openProvenLog, type Restored } from './proven-log.ts'
import { readHeader, receiveBackup } from './receive-backup.ts'
import { expectKeys, receiveExport } from './receive-export.ts'
import { openSource, type Source } from './source.ts'
import { openTarget, type Target } from './target.ts'
import { readUntil, type Until } from './until.ts'

export type RestoreOptions = {
  /** A position or an instant, inclusive; everything unless said. */
  to?: string | undefined
  /** The public key of whoever signed an audit export, where it is known. */
  verifierKey?: string | undefined
  askPassphrase: () => Promise<string>
  erased: ErasedList
  say: (line: string) => void
}

export type Outcome = Completed & Pick<Source, 'kind'>

/** Where the ledger is, as who serves it and as who may empty its tables. */
export type Place = { url: string; adminUrl: string }

/**
 * Restores the ledger of `file` into the empty one at `place`, and proves it. Whatever it throws, the ledger is empty again;
 * `Unusable` also before anything was changed, `Altered` and `Flaw` for a file that is not what was written.
 */
export async function restore(place: Place, file: string, options: RestoreOptions): Promise<Outcome> {
  const until = readUntil(options.to)
  const source = await openSource(file, options.askPassphrase)
  try {
    const receive = await begun(source, options)
    const target = await openTarget(place.adminUrl)
    try {
      await target.begin()
      const fill = () => receive(target, until)
      return { ...(await filled(place, target, fill, options)), kind: source.kind }
    } finally {
      await target.close()
    }
  } finally {
    // Whatever was not read is let go.
    await source.lines.return(undefined)
  }
}

async function filled(
  place: Place,
  target: Target,
  fill: () => Promise<Restored>,
  options: RestoreOptions,
): Promise<Completed> {
  try {
    const completed = await complete(place, target, await fill(), options)
    await target.end()
    return completed
  } catch (error) {
    await giveUp(target)
    throw error
  }
}

/** What cannot be emptied now, as the database is away, stays noted as half restored. */
async function giveUp(target: Target): Promise<void> {
  try {
    await target.empty()
    await target.end()
  } catch {
    // Why it was given up tells more than this does.
  }
}

type Receive = (target: Target, until: Until) => Promise<Restored>

/** Reads the beginning of `source`, which may refuse it, and resolves to what reads the rest. */
async function begun(source: Source, { verifierKey, erased, say }: RestoreOptions): Promise<Receive> {
  const shown = progressTo('Restoring', say)
  const lines = watched(source, () => shown(source.bytesRead(), source.size))
  const fillingOf = ({ connection }: Target) => openFilling(connection, new Set(erased.all()))
  if (source.kind === 'backup') {
    const opened = await readHeader(lines, await newestMigration())
    return (target, until) => receiveBackup(opened, fillingOf(target), openProvenLog(until))
  }
  const rest = await expectKeys(lines)
  return (target, until) => receiveExport(rest, fillingOf(target), openProvenLog(until), verifierKey)
}

async function* watched({ lines }: Source, onRead: () => void): Source['lines'] {
  for await (const some of lines) {
    onRead()
    yield some
  }
}
