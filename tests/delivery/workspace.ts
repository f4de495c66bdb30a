import { appendFileSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ROOT } from './place.ts'
import { run } from './shell.ts'

export const workspace = join(folder, 'workspace')

const MIGRATION = 'src/events/log/migrations/900-to-come.sql'

/** A clean clone of what is here with a commit of its own, as Jenkins has it. */
export async function checkOut(): Promise<void> {
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace)
  const files = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(join(workspace, file, '..'), { recursive: true })
    copyFileSync(join(ROOT, file), join(workspace, file))
  }
  await run('git', ['init', '--quiet'], { cwd: workspace })
  await commit('what is here')
}

/** Commits a release that changes the tables; resolves to the commit. */
export async function commitMigration(): Promise<string> {
  writeFileSync(join(workspace, MIGRATION), `alter table preferences comment = 'of the release to come';\n`)
  return commit('a table is changed')
}

/** Commits a file with more in it; resolves to the commit. */
export async function commitMore(file: string, text: string): Promise<string> {
  appendFileSync(join(workspace, file), text)
  return commit(`more in ${file}`)
}

async function commit(what: string): Promise<string> {
  const who = ['-c', 'user.name=Jenkins', '-c', 'user.email=jenkins@example.com']
  await run('git', ['add', '--all'], { cwd: workspace })
  await run('git', [...who, 'commit', '--quiet', '--message', what], { cwd: workspace })
  return run('git', ['rev-parse', 'HEAD'], { cwd: workspace })
}
