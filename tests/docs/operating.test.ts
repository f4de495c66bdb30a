import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { Settings } from '../../src/config.ts'
import { configurationPage } from './configuration.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

test('docs/configuration.md says what the settings are (npm run configuration writes it)', async (t) => {
  t.is(read('docs/configuration.md'), await configurationPage())
  for (const [name, { description }] of Object.entries(Settings.shape)) t.truthy(description, name)
})

test('every alarm is explained in docs/operations.md', (t) => {
  const explained = [...read('docs/operations.md').matchAll(/^\| `(Ledger\w+)`/gm)].map(([, name]) => name)
  const alarms = [...read('deploy/monitoring/alerts.yaml').matchAll(/^ +- alert: (\w+)$/gm)].map(([, name]) => name)
  t.deepEqual(explained, alarms)
})
