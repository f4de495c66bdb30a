import test from 'ava'
import { openLedger } from '../../src/ops/ledger.ts'
import { openPasswords } from '../../src/web/server/signing-in/passwords.ts'
import { ana, ben } from '../examples.ts'
import { PASSWORD, restored } from '../ops/backup/backed-up.ts'

// Backups as the first release that made any has written them. They are never written anew: whatever a release changes, it restores them.

const ROOT_HASH = 'J4sg93bHBzBndmVsUkZTmaNp7aa1mAg5bOwUZeJWgRI='
const files: [name: string, passphrase?: string][] = [['plain.backup'], ['encrypted.backup', 'golden golden golden']]

for (const [name, passphrase] of files) {
  test.serial(`what the first release backed up is restored: ${name}`, async (t) => {
    const file = new URL(name, import.meta.url).pathname
    const { url, position, rootHash } = await restored(file, passphrase === undefined ? {} : { passphrase })
    t.deepEqual([position, rootHash], [6, ROOT_HASH])
    const { log, pool, close } = await openLedger(url)
    t.teardown(close)
    const told = (await log.readAfter(0, 100)).map(({ event }) => event)
    t.like(told[0], { type: 'UserRegistered', name: 'Ana Prüfer' })
    t.true(told.some((event) => 'description' in event && event.description === 'Ben’s words' && event.userId === ben))
    t.not(await openPasswords(pool).check(ana, PASSWORD), undefined)
  })
}
