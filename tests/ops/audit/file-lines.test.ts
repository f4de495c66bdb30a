import { Readable } from 'node:stream'
import test from 'ava'
import fc from 'fast-check'
import { fileLines } from '../../../src/ops/audit/file-lines.ts'

async function linesOf(pieces: readonly Buffer[]) {
  const lines: { text: string; whole: boolean }[] = []
  for await (const some of fileLines(Readable.from(pieces))) {
    for (const { bytes, whole } of some) lines.push({ text: bytes.toString(), whole })
  }
  return lines
}

test('lines are the same, however a file comes in pieces', async (t) => {
  const pieces = fc.array(fc.stringMatching(/^[ab\n]{1,8}$/), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pieces, async (texts) => {
      const all = texts.join('').split('\n')
      const rest = all.pop()
      const whole = all.map((text) => ({ text, whole: true }))
      const expected = rest ? [...whole, { text: rest, whole: false }] : whole
      t.deepEqual(await linesOf(texts.map((text) => Buffer.from(text))), expected)
    }),
  )
})

test('a line that is longer than any can be is not waited for', async (t) => {
  const piece = Buffer.alloc(16 * 1024 * 1024, 'a')
  let read = 0
  function* endless() {
    for (;;) {
      read++
      yield piece
    }
  }
  for await (const [line] of fileLines(Readable.from(endless()))) t.false(line?.whole)
  t.true(read < 10)
})
