import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

await setUp('dependencies')
runOnNode24('tests/docs/write-configuration.ts', [])
