import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'

/** Does `work` and leaves a CPU profile of this process in `folder`. */
export async function profiled(folder: string, work: () => Promise<unknown>): Promise<void> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  writeFileSync(join(folder, 'own.cpuprofile'), JSON.stringify(profile))
}

/** Makes a process of ours leave its profile in `folder` when it ends. */
export function profiling(folder: string): string[] {
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}
