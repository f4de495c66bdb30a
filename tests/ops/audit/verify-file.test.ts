import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import test from 'ava'
import fc from 'fast-check'
import { canonical } from '../../../src/events/log/canonical.ts'
import { makeSigningKey, readSigningKey } from '../../../src/events/log/merkle/note-key.ts'
import { openCheckpoint } from '../../../src/ops/audit/held-checkpoint.ts'
import type { Verdict } from '../../../src/ops/audit/verdict.ts'
import { verifyFile } from '../../../src/ops/audit/verify-file.ts'
import { checkExport } from '../../golden-audit/second-verifier.ts'
import { ana, ben } from '../../examples.ts'
import { eventsIn, exportOf, noteOf, testKey, withHash, type Hashed, type Members } from './forged.ts'

const good = readFileSync(new URL('../../golden-audit/export.ndjson', import.meta.url))
const lines = good.toString().split('\n').slice(0, -1)
const events = eventsIn(good)
const { verifierKey } = testKey

/** In pieces of any size, as files are read. */
function verify(file: Buffer, options: Partial<Parameters<typeof verifyFile>[1]> = {}, size = 1000): Promise<Verdict> {
  const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
    file.subarray(at * size, (at + 1) * size),
  )
  return verifyFile(Readable.from(pieces), { verifierKey, ...options })
}

/** What ours finds; the other verifier must find something too. */
async function flawIn(file: Buffer): Promise<string> {
  const verdict = await verify(file)
  if (verdict.ok) throw new Error('Found good')
  let agrees = false
  try {
    checkExport(file, verifierKey)
  } catch {
    agrees = true
  }
  if (!agrees) throw new Error(`The second verifier finds nothing, where the first says: ${verdict.problem}`)
  return `${verdict.position} ${verdict.problem}`
}

const toFile = (texts: readonly string[]) => Buffer.from(texts.map((text) => `${text}\n`).join(''))

/** The export with the event at `position` as `change` makes it, signed as if it had always been so. */
function with_(position: number, change: (event: Members) => Members): Buffer {
  return exportOf(events.map((event) => (event.position === position ? change(event) : event)))
}

test('what is good is found good, in pieces of any size', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: good.length }), async (size) => {
      t.true((await verify(good, {}, size)).ok)
    }),
    { numRuns: 30 },
  )
  t.true((await verify(exportOf(events))).ok)
  t.deepEqual(await verify(exportOf([])), { ok: true, events: 0, head: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' })
})

test('any byte that is changed is found, by both verifiers', async (t) => {
  const changed = fc.record({ at: fc.integer({ min: 0, max: good.length - 1 }), by: fc.integer({ min: 1, max: 255 }) })
  await fc.assert(
    fc.asyncProperty(changed, async ({ at, by }) => {
      const file = Buffer.from(good)
      file[at] = file[at]! ^ by
      t.regex(await flawIn(file), /^\d+ line \d+: /)
    }),
    { numRuns: 500 },
  )
})

test('wherever a file is cut off, that is found', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), async (length) => {
      t.regex(await flawIn(good.subarray(0, length)), /^\d+ line \d+: .*cut off/)
    }),
    { numRuns: 100 },
  )
})

/** A line of which nothing but where the hash stands is wrong. */
function withHashInData(event: Members): string {
  const data = { a: {}, metadata: {} }
  const { hash } = withHash({ ...event, data })
  return canonical({ ...event, data: { ...data, hash } })
}

/** These lines with a checkpoint of whatever is called a hash in them. */
function signed(texts: readonly string[]): Buffer {
  const hashed = texts.map((text) => ({ hash: /"hash":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '' }))
  return toFile([...texts, canonical({ checkpoint: noteOf(hashed) })])
}

const second = JSON.parse(lines[1]!) as Members
const files: Record<string, [file: Buffer, flaw: RegExp]> = {
  'a line that is no JSON': [
    toFile([lines[0]!, 'Hello', ...lines.slice(2)]),
    /^2 line 2: no JSON: expected an object a line$/,
  ],
  'an empty line': [toFile([...lines.slice(0, 4), '', ...lines.slice(4)]), /^5 line 5: no JSON/],
  'a line without a member': [toFile([lines[0]!, '{}', ...lines.slice(2)]), /^2 line 2: .*actorId: .*; commandId: /],
  'a member too many': [
    toFile([lines[0]!, JSON.stringify({ ...second, zone: 'CET' }), ...lines.slice(2)]),
    /^2 line 2: not an event: zone: expected no such member/,
  ],
  'blanks between members': [
    toFile([lines[0]!, lines[1]!.replace(',"hash"', ', "hash"'), ...lines.slice(2)]),
    /^2 line 2: not in canonical form \(RFC 8785\)/,
  ],
  'members in another order': [
    toFile([lines[0]!, JSON.stringify({ version: second.version, ...second }), ...lines.slice(2)]),
    /^2 line 2: not in canonical form \(RFC 8785\)/,
  ],
  'an event that is left out': [toFile(lines.toSpliced(8, 1)), /^9 line 9: the event is missing: event 10 follows$/],
  'events that changed places': [
    toFile(lines.toSpliced(8, 2, lines[9]!, lines[8]!)),
    /^9 line 9: the event is missing: event 10 follows$/,
  ],
  'an event that comes twice': [toFile(lines.toSpliced(8, 0, lines[7]!)), /^9 line 9: event 8 stands where 9 belongs$/],
  'the last event left out': [
    toFile(lines.toSpliced(21, 1)),
    /^22 line 22: event 22 is missing: the checkpoint is of 22 events$/,
  ],
  'an event after those that were signed': [
    toFile([...lines.slice(0, 22), JSON.stringify({ checkpoint: noteOf(events.slice(0, 21).map(withHash)) })]),
    /^22 line 23: the checkpoint is of 21 events, but 22 stand before it$/,
  ],
  'no checkpoint': [toFile(lines.slice(0, -1)), /^23 line 23: expected the checkpoint: the file is cut off/],
  'nothing at all': [Buffer.of(), /^1 line 1: expected the checkpoint/],
  'something after the checkpoint': [toFile([...lines, lines[0]!]), /^23 line 24: expected the end of the file/],
  'a checkpoint of something else': [
    toFile([
      ...lines.slice(0, -1),
      JSON.stringify({ checkpoint: noteOf(events.map((event) => withHash({ ...event, actorId: ben }))) }),
    ]),
    /^1 line 23: events 1 to 22 are not those that the checkpoint of this file was signed for$/,
  ],
  'a checkpoint that is no note': [
    toFile([...lines.slice(0, -1), '{"checkpoint":"22"}']),
    /^23 line 23: Expected a signed note/,
  ],
  'a checkpoint that somebody else signed': [
    exportOf(events, readSigningKey(makeSigningKey('ledger.example.com'))),
    /^23 line 23: Expected a signature by ledger\.example\.com\+21bb86ac$/,
  ],
  'an instant that is not after the one before': [
    with_(9, (event) => ({ ...event, recordedAt: events[7]!.recordedAt! })),
    /^9 line 9: recorded at .*Z, which is not after the event before it/,
  ],
  'a version that is left out': [
    with_(7, (event) => ({ ...event, version: 3 })),
    /^7 line 7: version 3 of expense-\S+, which was at version 1 before it$/,
  ],
  'a command that was carried out twice': [
    with_(9, (event) => ({ ...event, commandId: events[5]!.commandId! })),
    /^9 line 9: command \S+ was carried out at position 6 already$/,
  ],
  'a command without its beginning': [
    with_(9, (event) => ({ ...event, commandIndex: 1 })),
    /^9 line 9: event 1 of command \S+ without the one before it$/,
  ],
  'an id that is none': [
    with_(9, (event) => ({ ...event, actorId: 'Ana' })),
    /^9 line 9: .*actorId: expected null or a UUID/,
  ],
  'an event whose hash stands in its data instead': [
    signed([...lines.slice(0, 21), withHashInData(events[21]!)]),
    /^22 line 22: not an event: hash: expected 64 hex digits in lower case$/,
  ],
  'a key after the first event': [
    toFile([lines[0]!, `{"keys":{"${ana}":"${Buffer.alloc(32).toString('base64')}"}}`, ...lines.slice(1)]),
    /^2 line 2: expected keys before the first event$/,
  ],
}

for (const [what, [file, flaw]] of Object.entries(files)) {
  test(`${what}: found, and said where`, async (t) => {
    t.regex(await flawIn(file), flaw)
  })
}

test('a checkpoint that was kept elsewhere is found to be of these events, or not', async (t) => {
  const kept = (of: readonly Hashed[]) => ({ what: 'the kept one', ...openCheckpoint(noteOf(of), verifierKey) })
  const hashed = events.map(withHash)
  t.true((await verify(good, { kept: kept(hashed.slice(0, 10)) })).ok)
  t.true((await verify(good, { kept: kept(hashed) })).ok)
  const others = hashed.map((event) => (event.position === 4 ? withHash({ ...events[3], actorId: ben }) : event))
  t.like(await verify(good, { kept: kept(others.slice(0, 10)) }), {
    position: 1,
    problem: 'line 10: events 1 to 10 are not those that the kept one was signed for',
  })
  const more = [...hashed, withHash({ ...events[21], position: 23 })]
  t.like(await verify(good, { kept: kept(more) }), {
    position: 23,
    problem: 'line 24: event 23 is missing: the kept one is of 23 events',
  })
})
