import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Node 24, from the `node` package: the machine's own may be too old to run TypeScript. */
export const node24 = join(root, 'node_modules/node/bin/node')

/** PATH without our node_modules/.bin, which npm puts first: what installs the `node` package must not run on it. */
export function machinePath() {
  const folders = (process.env.PATH ?? '').split(':')
  return folders.filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(':')
}
