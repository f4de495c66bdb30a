import test from 'ava'
import type { Verified } from '../../../../src/web/api.ts'
import { openProof } from '../../../../src/web/client/activity/proof.ts'

const head = `${'A'.repeat(43)}=`
const checkpoint = { position: 12, rootHash: head, note: 'note', publicKey: 'key' }
const proved = { at: '2026-11-23T12:00:00.000Z', events: 12, head }

/** A ledger that finds itself as `found` says, or does not answer; `kept` is what the browser remembers. */
function open(found: Verified | 'none', kept: string | null = null) {
  const stored = new Map(kept === null ? [] : [['proved', kept]])
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
  const asked: string[] = []
  const server = {
    async checkpoint() {
      asked.push('checkpoint')
      if (found === 'none') throw new Error('No')
      return checkpoint
    },
    async verify() {
      asked.push('verify')
      if (found === 'none') throw new Error('No')
      return found
    },
  }
  const proof = openProof({ server, storage, now: () => new Date('2026-11-23T12:00:00Z') })
  return { proof, asked, stored }
}

test('what was proved is kept, with when', async (t) => {
  const { proof, stored } = open({ ok: true, events: 12, head })
  await proof.prove()
  t.deepEqual(proof.proved.value, proved)
  t.deepEqual(JSON.parse(stored.get('proved') ?? ''), proved)
  t.deepEqual(proof.signed.value, checkpoint)
  t.false(proof.proving.value)
})
test('what is broken is said, and nothing is kept', async (t) => {
  const { proof, stored } = open({ ok: false, position: 7, problem: 'its hash is another' })
  await proof.prove()
  t.deepEqual(proof.broken.value, { ok: false, position: 7, problem: 'its hash is another' })
  t.is(stored.size, 0)
})
test('one proof at a time', async (t) => {
  const { proof, asked } = open({ ok: true, events: 12, head })
  await Promise.all([proof.prove(), proof.prove()])
  t.deepEqual(asked, ['verify', 'checkpoint'])
})
test('an answer that does not come says nothing about the log', async (t) => {
  const { proof } = open('none')
  await proof.prove()
  t.truthy(proof.failure.value)
  t.truthy(proof.unsigned.value)
  t.is(proof.broken.value, undefined)
  t.false(proof.proving.value)
})
test('what the browser remembers is shown; what it cannot have written is not', (t) => {
  t.deepEqual(open('none', JSON.stringify(proved)).proof.proved.value, proved)
  t.is(open('none', '{"events":"all"}').proof.proved.value, undefined)
  t.is(open('none', 'proved').proof.proved.value, undefined)
})
