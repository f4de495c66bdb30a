import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

await setUp('dependencies', 'database', 'client')
runOnNode24('bench/run.ts', process.argv.slice(2))
