import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { later } from '../delivery/told.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** A folder for this run. The servers run as another user, who has to get through it. */
export const folder = mkdtempSync(join(tmpdir(), 'elc-'))
chmodSync(folder, 0o711)
later(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 }))
