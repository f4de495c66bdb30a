import { runOnNode24 } from './node24.js'
import { findChromium } from './setup/chromium.js'
import { setUp } from './setup.js'

await setUp('dependencies', 'database', 'chromium', 'curl', 'client')
runOnNode24('tests/run.ts', process.argv.slice(2), { CHROMIUM: findChromium() })
