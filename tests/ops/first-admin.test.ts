import test from 'ava'
import { expectAdmin } from '../../src/ops/first-admin.ts'
import { Unusable } from '../../src/ops/unusable.ts'

const nobodyYet = async () => true
const settled = async () => false

for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) {
  test(`at ${host} nobody but this machine comes in: the first to register may do so there`, async (t) => {
    await t.notThrowsAsync(expectAdmin({ host, allowFirstRun: false }, nobodyYet))
  })
}

for (const host of ['0.0.0.0', '::', '192.0.2.1', '::ffff:192.0.2.1', 'ledger.example.com', '127.0.0.1.example.com']) {
  test(`at ${host} others come in: there has to be an admin, or leave to go without`, async (t) => {
    await t.throwsAsync(expectAdmin({ host, allowFirstRun: false }, nobodyYet), { instanceOf: Unusable })
    await t.notThrowsAsync(expectAdmin({ host, allowFirstRun: true }, nobodyYet))
    await t.notThrowsAsync(expectAdmin({ host, allowFirstRun: false }, settled))
  })
}
