import { accessSync, constants, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Flaw } from '../audit/verdict.ts'
import { progressTo } from '../progress.ts'
import { Unusable } from '../unusable.ts'
import { backUp } from './backup.ts'

/** How many backups of this kind are kept: the newest ones. */
const KEPT = 3
const [BEFORE, AFTER] = ['before-upgrade-', '.backup']

type Say = (line: string) => void

/**
 * Saves the ledger in the database at `url` before its tables are migrated, into `backups` in `dataDir`. Where that folder is
 * not there and the database is not the private one, whoever runs the database looks after its backups: that none is made is
 * said. Throws `Unusable`, and no migration is begun, where one is to be made and cannot.
 */
export async function backUpBeforeMigrating(url: string, dataDir: string, isPrivate: boolean, say: Say): Promise<void> {
  if (!isPrivate && !isWritable(dataDir)) {
    return say(`No backup is made before migrating: there is no DATA_DIR ${dataDir} to keep one in`)
  }
  const folder = join(dataDir, 'backups')
  const instant = new Date().toISOString().replace(/[:.]/g, '-')
  const file = join(folder, `${BEFORE}${instant}${AFTER}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    const { position } = await backUp(url, file, { onProgress: progressTo('Backing up', say) })
    say(`Backed up ${position} events before migrating: ${file}`)
  } catch (error) {
    if (!(error instanceof Flaw)) throw error
    throw new Unusable(
      `No migration is begun, as no backup could be written. Position ${error.position}: ${error.message}`,
    )
  }
  removeOld(folder)
}

/** Instants sort by name. */
function removeOld(folder: string): void {
  const backups = readdirSync(folder).filter((name) => name.startsWith(BEFORE) && name.endsWith(AFTER))
  for (const name of backups.sort().slice(0, -KEPT)) rmSync(join(folder, name))
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
