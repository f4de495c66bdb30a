import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

await setUp('dependencies', 'database')
runOnNode24('tests/faults/soak.ts', process.argv.slice(2))
