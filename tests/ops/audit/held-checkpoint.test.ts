import test from 'ava'
import { NoteRefused } from '../../../src/events/log/merkle/note.ts'
import { openCheckpoint, readKept } from '../../../src/ops/audit/held-checkpoint.ts'
import { noteOf, testKey } from './forged.ts'

const note = noteOf([])
const { verifierKey } = testKey

test('a checkpoint may be kept as a note, as it was answered, or as the last line of an export', (t) => {
  t.deepEqual(readKept(note), { note })
  const answer = { position: 0, rootHash: '', note, publicKey: verifierKey }
  t.deepEqual(readKept(JSON.stringify(answer)), { note, publicKey: verifierKey })
  t.deepEqual(readKept(`${JSON.stringify({ checkpoint: note })}\n`), { note })
  t.like(openCheckpoint(note, verifierKey), { position: 0 })
})

for (const text of ['{', '{}', '{"note":5}', '{"checkpoint":null}']) {
  test(`no checkpoint: ${text}`, (t) => {
    t.throws(() => readKept(text), { instanceOf: NoteRefused, message: /^Expected a checkpoint/ })
  })
}
