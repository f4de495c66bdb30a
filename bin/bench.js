import { findPostgreSQL, installPackages } from '../bench/peers/install.js'
import { runOnNode24 } from './node24.js'
import { findChromium } from './setup/chromium.js'
import { setUp } from './setup.js'

const args = process.argv.slice(2)
const named = args.filter((argument) => !argument.startsWith('-'))
const isMeasured = (part) => !args.includes('--profile') && (named.length === 0 || named.includes(part))
// Only appending has peers that have to be fetched.
const withPeers = isMeasured('append')
const withBrowser = isMeasured('browser')

await setUp('dependencies', 'database', ...(withBrowser ? ['chromium'] : []), 'client')
if (withPeers) await installPackages()
const postgresql = withPeers ? await findPostgreSQL() : undefined
runOnNode24('bench/run.ts', args, {
  ...(postgresql && { POSTGRESQL: postgresql }),
  ...(withBrowser && { CHROMIUM: findChromium() }),
})
