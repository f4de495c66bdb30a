import { runOnNode24 } from './node24.js'
import { setUp } from './setup.js'

const [verb, ...rest] = process.argv.slice(2)
const { DATABASE_URL, DATABASE_URL_FILE } = process.env
// An exported log is verified from its file alone.
const verifiesFile = verb === 'verify' && rest.some((argument) => !argument.startsWith('-'))

const needs = ['dependencies']
if (!DATABASE_URL && !DATABASE_URL_FILE && !verifiesFile) needs.push('database')
if (verb === 'serve') needs.push('client')

await setUp(...needs)
runOnNode24('src/main.ts', process.argv.slice(2))
