import { findPostgreSQL, installPackages } from '../bench/peers/install.js'
import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

const args = process.argv.slice(2)
const named = args.filter((argument) => !argument.startsWith('-'))
// Only appending has peers that have to be fetched.
const withPeers = !args.includes('--profile') && (named.length === 0 || named.includes('append'))

await setUp('dependencies', 'database', 'client')
if (withPeers) await installPackages()
const postgresql = withPeers ? await findPostgreSQL() : undefined
runOnNode24('bench/run.ts', args, postgresql && { POSTGRESQL: postgresql })
