import { parseArgs } from 'node:util'
import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

const [verb, ...rest] = process.argv.slice(2)
const { DATABASE_URL, DATABASE_URL_FILE } = process.env
// An exported log is verified from its file alone.
const text = { type: 'string' }
const { positionals } = parseArgs({ args: rest, options: { key: text, checkpoint: text }, strict: false })
const verifiesFile = verb === 'verify' && positionals.length > 0

const needs = ['dependencies']
if (!DATABASE_URL && !DATABASE_URL_FILE && !verifiesFile) needs.push('database')
if (verb === 'serve') needs.push('client')

await setUp(...needs)
// A rebuild leaves much behind that is soon garbage: to pile more of it up before it is swept costs memory and saves little.
const flags = verb === 'rebuild' ? ['--max-semi-space-size=16'] : []
runOnNode24('src/main.ts', process.argv.slice(2), {}, flags)
