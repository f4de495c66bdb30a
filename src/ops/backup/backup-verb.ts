import { Flaw } from '../audit/verdict.ts'
import { asUnusable } from '../passing.ts'
import { progressTo } from '../progress.ts'
import { Unusable } from '../unusable.ts'
import { backUp } from './backup.ts'
import { expectNew } from './new-file.ts'
import { newPassphrase, type PassphraseOptions } from './passphrase.ts'

type Given = { argument: string | undefined; json: boolean } & PassphraseOptions
type Say = (line: string) => void

/** Writes a backup of the ledger in the database at `url`. Resolves to the exit code. */
export async function writeBackup(url: string, given: Given, say: Say): Promise<number> {
  const { argument: file, json } = given
  if (file === undefined) throw new Unusable('Which file? Expected: backup <new file>')
  expectNew(file)
  const passphrase = await newPassphrase(given)
  const begun = performance.now()
  const onProgress = progressTo('Backing up', say)
  const { position, rootHash, bytes } = await plainly(() => backUp(url, file, { passphrase, onProgress }))
  const seconds = (performance.now() - begun) / 1000
  const isEncrypted = passphrase !== undefined
  if (json) console.log(JSON.stringify({ file, position, rootHash, bytes, seconds, encrypted: isEncrypted }))
  else {
    say(`Backed up ${position} events to ${file}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s.`)
    if (!isEncrypted) say('It is not encrypted: whoever has it reads everything, and has the keys.')
  }
  return 0
}

async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Flaw)) throw asUnusable(error)
    throw new Unusable(
      `No backup was written, as it could not be restored. Position ${error.position}: ${error.message}`,
    )
  }
}
