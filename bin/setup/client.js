import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, root } from './root.js'
import { runQuietly } from './run-quietly.js'
import { say, Unready } from './say.js'

const sources = [
  'src/web/client',
  'src/web/api.ts',
  'src/events',
  'src/commands',
  'vite.config.ts',
  'package-lock.json',
]
const built = join(root, 'dist/client')
const fresh = join(root, 'dist/client.new')
const hashOfBuilt = join(root, 'dist/client.hash')

/** Whether dist/client was built from the sources as they are now. */
export function haveClient() {
  if (!existsSync(join(built, 'index.html')) || !existsSync(hashOfBuilt)) return false
  return readFileSync(hashOfBuilt, 'utf8') === hashSources()
}

/** Builds beside the page that may be served just now, then puts the new one in its place. */
export async function buildClient() {
  say('Building the page …')
  const hash = hashSources()
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--outDir',
    fresh,
    '--emptyOutDir',
    '--sourcemap',
    '--logLevel',
    'warn',
  ]
  const problem = await runQuietly(node24, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
  if (problem !== undefined) {
    say(problem)
    throw new Unready('The page could not be built, see above.')
  }
  rmSync(hashOfBuilt, { force: true })
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
  writeFileSync(hashOfBuilt, hash)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(source) {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [source]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(source, name)))
}
