import { node24, root } from './setup/root.js'
import { runQuietly } from './setup/run-quietly.js'
import { setUp } from './setup.js'

const steps = {
  'types of the server': ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.json'],
  'types of the page': ['node_modules/typescript/bin/tsc', '--project', 'src/web/client/tsconfig.json'],
  lint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
}

await setUp('dependencies')
const passed = await Promise.all(Object.entries(steps).map(([name, args]) => check(name, args)))
if (!passed.every(Boolean)) process.exitCode = 1

async function check(name, args) {
  const problem = await runQuietly(node24, args, { cwd: root })
  console.log(problem === undefined ? `✔ ${name}` : `✘ ${name}\n${problem}`)
  return problem === undefined
}
