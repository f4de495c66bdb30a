import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { temporaryFolder } from '../temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- Something new.\n\n## 0.1.0, 2026-01-01\n\n- It runs.\n'

/** A repository with nothing but what a release changes, at version 0.1.0. */
function repository() {
  const folder = temporaryFolder()
  cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  write('package.json', JSON.stringify({ version: '0.1.0', type: 'module' }, null, 2))
  write('package-lock.json', JSON.stringify({ version: '0.1.0', packages: { '': { version: '0.1.0' } } }, null, 2))
  write('CHANGELOG.md', CHANGELOG)
  git('init', '--quiet')
  git('config', 'user.name', 'Ana')
  git('config', 'user.email', 'ana@example.com')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'events: it runs')
  const release = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['bin/release.js', ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
    return { code: status, said: stderr }
  }
  return { git, write, read, release }
}

test('a release is a version, its part of the changelog, a commit and a tag', (t) => {
  const { git, read, release } = repository()
  t.deepEqual(release('minor'), {
    code: 0,
    said: 'v0.2.0 is committed and tagged. To let others have it: git push --follow-tags\n',
  })
  t.is((JSON.parse(read('package.json')) as { version: string }).version, '0.2.0')
  t.is(read('package-lock.json').match(/"version": "0\.2\.0"/g)?.length, 2)
  t.regex(read('CHANGELOG.md'), /^## Unreleased\n\n## 0\.2\.0, \d{4}-\d\d-\d\d\n\n- Something new\.\n\n## 0\.1\.0/m)
  t.is(git('log', '-1', '--format=%s'), 'release: 0.2.0')
  t.is(git('tag', '--list', '--format=%(contents)', 'v0.2.0'), 'Expense Ledger 0.2.0\n\n- Something new.')
  t.is(git('status', '--porcelain'), '')
  t.regex(release('patch').said, /^CHANGELOG\.md says of nothing that has changed\.$/m)
})

test('what is no release is refused in one line, and changes nothing', (t) => {
  const { git, write, release } = repository()
  const refused: [args: string[], said: RegExp][] = [
    [[], /^Usage: npm run release/],
    [['0.1'], /^Usage/],
    [['0.0.9'], /^0\.0\.9 does not follow 0\.1\.0\.$/m],
    [['0.1.0'], /does not follow/],
  ]
  for (const [args, said] of refused) {
    const outcome = release(...args)
    t.is(outcome.code, 1)
    t.regex(outcome.said, said)
  }
  git('tag', 'v1.0.0')
  t.regex(release('major').said, /^There is a tag v1\.0\.0 already\.$/m)
  write('new.txt', 'not committed')
  t.regex(release('patch').said, /^There are changes that are not committed/)
  t.is(git('log', '-1', '--format=%s'), 'events: it runs')
})
