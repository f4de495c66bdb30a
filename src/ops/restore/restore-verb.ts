import { existsSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { Flaw } from '../audit/verdict.ts'
import { NotOfExport } from '../audit/event-line.ts'
import { NoteRefused } from '../../events/log/merkle/note-key.ts'
import { Altered } from '../backup/altered.ts'
import { knownPassphrase, type PassphraseOptions } from '../backup/passphrase.ts'
import { openErasedList } from '../erased-list.ts'
import { asUnusable } from '../passing.ts'
import { Unusable } from '../unusable.ts'
import { restore, type Place } from './restore.ts'
import { signedByAnother } from './signed-by.ts'

type Given = {
  argument: string | undefined
  json: boolean
  to?: string | undefined
  key?: string | undefined
} & PassphraseOptions
type Say = (line: string) => void

/** Restores a ledger from a backup, or from an audit export with keys. Resolves to the exit code. */
export async function restoreFrom(place: Place, config: Config, given: Given, say: Say): Promise<number> {
  const { argument: file, json } = given
  if (file === undefined) throw new Unusable('Which file? Expected: restore <file>')
  if (!existsSync(file)) throw new Unusable(`There is no file ${file}`)
  const begun = performance.now()
  const restored = await plainly(file, () =>
    restore(place, file, {
      ...{ to: given.to, verifierKey: given.key, say },
      erased: openErasedList(config.dataDir),
      askPassphrase: () => knownPassphrase(given),
    }),
  )
  const { kind, position, rootHash, erased, kept } = restored
  const seconds = (performance.now() - begun) / 1000
  if (json) return print({ file, kind, position, rootHash, erased, kept, seconds })
  say(
    `Restored ${position} events from ${file}, and proved them, in ${seconds.toFixed(1)} s. Their root hash: ${rootHash}`,
  )
  if (kind === 'export')
    say('Nobody has a password yet: set one with "user password", or make an admin with "user add".')
  if (erased.length > kept.length)
    say(`Erased again, as they were since: ${erased.length - kept.length} of the people in it.`)
  for (const id of kept)
    say(`${id} was erased, and is the only admin here: their words are forgotten. Add an admin, then delete them.`)
  const other = await signedByAnother(place.url, config)
  if (other !== undefined)
    say(`Its checkpoints are signed with ${other}: nothing is signed here without that key (docs/operations.md).`)
  return 0
}

function print(outcome: object): number {
  console.log(JSON.stringify(outcome))
  return 0
}

/** What is wrong with a file is told in one line, and that nothing of it was kept. */
async function plainly<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Altered) throw refused(file, error.message)
    if (error instanceof NotOfExport || error instanceof NoteRefused) throw refused(file, error.message)
    if (error instanceof Flaw) throw refused(file, `position ${error.position}: ${error.message}`)
    if (isDenied(error)) throw new Unusable('Restoring takes the account that migrates: set DATABASE_ADMIN_URL')
    throw asUnusable(error)
  }
}

function isDenied(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return ['ER_TABLEACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(code)
}

function refused(file: string, why: string): Unusable {
  return new Unusable(`${file} is not as it was written: ${why}. Nothing of it was kept.`)
}
