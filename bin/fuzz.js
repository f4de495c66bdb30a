import { parseArgs } from 'node:util'
import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

// `npm run fuzz -- --minutes 30 [--seed N]`: the test that asks every route for anything, for longer.
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' } } })
if (!(Number(values.minutes) > 0)) throw new RangeError('--minutes takes a number above 0')

await setUp('dependencies', 'database')
const seed = values.seed ?? String(Date.now() % 2 ** 31)
console.log(`Seed ${seed}`)
runOnNode24('tests/run.ts', ['tests/web/server/fuzz.test.ts'], { FUZZ_MINUTES: values.minutes, FUZZ_SEED: seed })
