import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './root.js'
import { say } from './say.js'

// In dist/, which git does not look at and no step of the set-up removes.
const lock = join(root, 'dist/setup.lock')
const BEAT_MS = 1_000
const DEAD_AFTER_MS = 10_000

/**
 * Runs `work` while no other process sets this clone up. The lock is a folder that its holder touches every second: one that
 * was not touched for ten was left by a process that was killed. (A process id would not say so: ids are used again.)
 */
export async function oneAtATime(work) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  let told = false
  while (!taken()) {
    if (lastTouched() < Date.now() - DEAD_AFTER_MS) rmSync(lock, { recursive: true, force: true })
    else if (!told) {
      say('Waiting for another process that is setting up the ledger …')
      told = true
    }
    await sleep(200)
  }
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(lock, { recursive: true, force: true })
  }
}

function taken() {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function lastTouched() {
  return statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
}
