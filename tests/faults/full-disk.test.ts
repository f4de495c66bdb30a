import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

/** What the server has at the start, and little more. */
const MEGABYTES = 400

/** A file system in memory of its own; undefined where this user may not mount one. */
function smallDisk(t: ExecutionContext): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'expense-ledger-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmdirSync(folder)
    return undefined
  }
  t.teardown(() => {
    execFileSync('umount', ['--lazy', folder])
    rmdirSync(folder)
  })
  return folder
}

/** Writes into `file` for as long as it fits. */
function fill(file: string): void {
  const some = Buffer.alloc(65_536)
  const descriptor = openSync(file, 'w')
  try {
    while (writeSync(descriptor, some) === some.length);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  } finally {
    closeSync(descriptor)
  }
}

test('while the disk is full callers are told to come again; with room again, all goes on', async (t) => {
  const disk = smallDisk(t)
  if (disk === undefined) {
    t.pass('Only root can mount a small disk')
    return
  }
  const server = await startFaultyServer(join(disk, 'server'))
  t.teardown(() => server.stop())
  const scene = await setScene(t, server)
  const callers = scene.load(16)
  await callers.answers(50)
  const ballast = join(disk, 'ballast')
  fill(ballast)
  await callers.turnsAway()
  rmSync(ballast)
  // Some servers refuse what does not fit, others end: these are started again, as a service is.
  if (!server.isUp()) await server.start()
  await callers.answers(50)
  await scene.ready()
  await scene.isWhole(await callers.stop())
})
