import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { headed, nextVersion, notesOf } from './release/changelog.js'
import { root } from './setup/root.js'
import { say, Unready } from './setup/say.js'

// `npm run release -- patch|minor|major|1.2.3`: version, changelog, commit and tag. Nothing leaves this machine.
try {
  release(process.argv[2])
} catch (error) {
  if (!(error instanceof Unready)) throw error
  say(error.message)
  process.exitCode = 1
}

function release(wanted) {
  const version = nextVersion(readJson('package.json').version, wanted)
  if (git('status', '--porcelain') !== '')
    throw new Unready('There are changes that are not committed: a release is of a commit.')
  if (git('tag', '--list', `v${version}`) !== '') throw new Unready(`There is a tag v${version} already.`)
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const notes = notesOf(changelog)
  writeFileSync(join(root, 'CHANGELOG.md'), headed(changelog, version, new Date().toISOString().slice(0, 10)))
  for (const file of ['package.json', 'package-lock.json']) setVersion(file, version)
  git('commit', '--quiet', '--all', '--message', `release: ${version}`)
  git('tag', '--annotate', `v${version}`, '--cleanup', 'verbatim', '--message', `Expense Ledger ${version}\n\n${notes}`)
  say(`v${version} is committed and tagged. To let others have it: git push --follow-tags`)
}

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

function setVersion(file, version) {
  const content = readJson(file)
  content.version = version
  if (content.packages) content.packages[''].version = version
  writeFileSync(join(root, file), `${JSON.stringify(content, null, 2)}\n`)
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
}
