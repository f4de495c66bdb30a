import test, { type ExecutionContext } from 'ava'
import { openCheckpoints, type Signed } from '../../../../src/events/log/merkle/checkpoints.ts'
import { readCheckpoint } from '../../../../src/events/log/merkle/checkpoint-text.ts'
import { frontierBytes } from '../../../../src/events/log/merkle/edge.ts'
import { makeSigningKey, readSigningKey } from '../../../../src/events/log/merkle/note-key.ts'
import { openNote } from '../../../../src/events/log/merkle/note.ts'
import { openTree } from '../../../../src/events/log/merkle/stored-tree.ts'
import { grow, noLeaves, rootOf } from '../../../../src/events/log/merkle/tree.ts'
import { appendOf, expense } from '../appends.ts'
import { freshLog, type FreshLog } from '../fresh-log.ts'
import { appendUntracked, hashesOf } from './many-events.ts'

const key = readSigningKey(makeSigningKey('ledger.example.com'))
const other = readSigningKey(makeSigningKey('elsewhere.example.com'))

/** A log of three events, and its checkpoints as a process sees them that has `key`. */
async function signedLog(t: ExecutionContext) {
  const fresh = await freshLog(t)
  const opened = (by: typeof key | undefined) => {
    return openCheckpoints({ pool: fresh.pool, tree: openTree(fresh.pool), key: by })
  }
  const append = (count = 1) => fresh.log.append(appendOf(Array.from({ length: count }, expense)))
  await append(3)
  return { ...fresh, opened, append, checkpoints: opened(key) }
}

const kept = ({ rows }: FreshLog) => rows<{ position: number; note: string }>('select * from signed_checkpoints')

function signedOf(outcome: Signed) {
  if ('signed' in outcome) return outcome.signed
  throw new Error(`Refused: ${outcome.refused}`)
}

function isRefused(t: ExecutionContext, outcome: Signed, why: RegExp): void {
  t.true('refused' in outcome)
  if ('refused' in outcome) t.regex(outcome.refused, why)
}

test('a checkpoint says what the log is, so that whoever has the public key can tell', async (t) => {
  const log = await signedLog(t)
  const { position, rootHash, note, verifierKey } = signedOf(await log.checkpoints.sign())
  t.is(verifierKey, key.verifierKey)
  t.is(position, 3)
  t.deepEqual(rootHash, rootOf(grow(noLeaves, await hashesOf(log))))
  t.deepEqual(readCheckpoint(openNote(note, verifierKey)), { origin: 'ledger.example.com', position, rootHash })
  t.is(log.checkpoints.problem(), undefined)
})

test('the same log is signed once, however many ask in however many processes', async (t) => {
  const log = await signedLog(t)
  const asked = await Promise.all([log.checkpoints, log.opened(key), log.checkpoints].map((one) => one.sign()))
  t.is(new Set(asked.map((outcome) => signedOf(outcome).note)).size, 1)
  await log.append(300)
  t.is(signedOf(await log.checkpoints.sign()).position, 303)
  t.deepEqual(
    (await kept(log)).map(({ position }) => position),
    [3, 303],
  )
})

test('an empty log can be signed, and whatever comes then goes on from it', async (t) => {
  const fresh = await freshLog(t)
  const checkpoints = openCheckpoints({ pool: fresh.pool, tree: openTree(fresh.pool), key })
  t.like(signedOf(await checkpoints.sign()), { position: 0, rootHash: rootOf(noLeaves) })
  await fresh.log.append(appendOf([expense()]))
  t.is(signedOf(await checkpoints.sign()).position, 1)
})

test('what lags behind in the tree is signed all the same', async (t) => {
  const log = await signedLog(t)
  await appendUntracked(log, 600)
  const { position, rootHash } = signedOf(await log.checkpoints.sign())
  t.is(position, 600)
  t.deepEqual(rootHash, rootOf(grow(noLeaves, await hashesOf(log))))
})

test('another key than before signs nothing, nor does none; what was signed is still told', async (t) => {
  const log = await signedLog(t)
  const { note } = signedOf(await log.checkpoints.sign())
  await log.append()
  for (const [by, why] of [
    [
      other,
      /^the key here is elsewhere\.example\.com\+[0-9a-f]{8}, and ledger\.example\.com\+[0-9a-f]{8} has signed before$/,
    ],
    [undefined, /^there is no key to sign with$/],
  ] as const) {
    const checkpoints = log.opened(by)
    const outcome = await checkpoints.sign()
    isRefused(t, outcome, why)
    t.like(outcome, { newest: { note, position: 3 } })
    t.regex(checkpoints.problem() ?? '', why)
  }
  t.is((await kept(log)).length, 1)
})

/** Makes the log end at `position`, and its frontier fit, as somebody would who may write everywhere. */
async function endAt(log: FreshLog, position: number): Promise<void> {
  await log.rows(`delete from events where position > ${position}`)
  const frontier = grow(noLeaves, await hashesOf(log))
  await log.rows('update log_head set position = ?, frontier = ?', [position, frontierBytes(frontier)])
}

const tampering: Record<string, { done: (log: FreshLog) => Promise<unknown>; why: RegExp }> = {
  'whose events were exchanged for others': {
    done: ({ rows }) => rows(`update events set hash = repeat('x', 32) where position = 2`),
    why: /^the events that are stored are not those that were appended$/,
  },
  'of which an event is missing': {
    done: ({ rows }) => rows('delete from events where position = 4'),
    why: /^events are missing between positions 1 and 5$/,
  },
  'that was rolled back together with its head': {
    done: (log) => endAt(log, 2),
    why: /^the log ends at position 2, and was signed up to 3$/,
  },
  'whose past was written anew, and the tree with it': {
    done: async (log) => {
      await endAt(log, 2)
      await appendUntracked(log, 9)
      await endAt(log, 9)
    },
    why: /^the log does not begin with what was signed at position 3$/,
  },
  'whose last checkpoint was changed': {
    done: ({ rows }) => rows(`update signed_checkpoints set note = replace(note, '\\n3\\n', '\\n2\\n')`),
    why: /^The signature by ledger\.example\.com is not of this text$/,
  },
}
for (const [what, { done, why }] of Object.entries(tampering)) {
  test(`a log ${what} is not signed, until it is as it was`, async (t) => {
    const log = await signedLog(t)
    await log.checkpoints.sign()
    await log.append(2)
    await done(log)
    isRefused(t, await log.checkpoints.sign(), why)
    t.regex(log.checkpoints.problem() ?? '', why)
    t.is((await kept(log)).length, 1)
  })
}

test('what is wrong with the database is no problem of the log', async (t) => {
  const log = await signedLog(t)
  await log.rows('drop table signed_checkpoints')
  await t.throwsAsync(log.checkpoints.sign(), { code: 'ER_NO_SUCH_TABLE' })
  t.is(log.checkpoints.problem(), undefined)
})
