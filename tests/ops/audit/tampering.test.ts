import test, { type ExecutionContext } from 'ava'
import { openCheckpoint } from '../../../src/ops/audit/held-checkpoint.ts'
import { verifyLog, type LogOptions } from '../../../src/ops/audit/verify-log.ts'
import { freshLog } from '../../events/log/fresh-log.ts'
import { ben } from '../../examples.ts'
import { auditedLog, type AuditedLog } from './audited-log.ts'
import { testKey } from './forged.ts'

// All of it is done by hand in the database, by somebody with every right that there is.

type Tampering = { [what: string]: { done: (log: AuditedLog) => Promise<unknown>; flaw: RegExp } }

const sql = (statement: string) => (log: AuditedLog) => log.rows(statement)

/** Finds each, and names it; then the log is as it was again. */
async function found(t: ExecutionContext, tampering: Tampering, options: LogOptions = {}): Promise<void> {
  const log = await auditedLog(t)
  for (const [what, { done, flaw }] of Object.entries(tampering)) {
    await done(log)
    const verdict = await log.verify(options)
    t.regex(verdict.ok ? 'nothing' : `${verdict.position} ${verdict.problem}`, flaw, what)
    await log.restore()
  }
  t.true((await log.verify(options)).ok)
}

const changed = /^150 the event was changed after it was recorded: what stands here has the hash [0-9a-f]{64}, kept/

test('a log that nobody touched is as it was recorded', async (t) => {
  const log = await auditedLog(t)
  const [, , root] = log.note.split('\n')
  const seen: number[] = []
  const verdict = await log.verify({ onProgress: (position) => seen.push(position) })
  t.deepEqual(verdict, { ok: true, events: 281, head: root! })
  t.deepEqual(seen, [281])
  t.true((await log.verify({ verifierKey: undefined, gently: true })).ok)
})

test('a log to which others are appending meanwhile is as it was recorded', async (t) => {
  const log = await auditedLog(t)
  let isOver = false
  async function keepAppending(): Promise<void> {
    while (!isOver) await log.append(1)
  }
  const appending = keepAppending()
  for (let round = 0; round < 5; round++) t.true((await log.verify()).ok)
  isOver = true
  await appending
})

test('a log without an event is as it was recorded', async (t) => {
  const { pool } = await freshLog(t)
  t.deepEqual(await verifyLog(pool), { ok: true, events: 0, head: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' })
})

test('an event that was changed, moved or taken away is found and named', (t) =>
  found(t, {
    'an amount': {
      done: sql(`update events set data = replace(data, '1250', '1251') where position = 150`),
      flaw: changed,
    },
    'a sealed text': {
      done: sql(`update events set data = replace(data, '"sealed":"', '"sealed":"A') where position = 150`),
      flaw: changed,
    },
    'the metadata': {
      done: sql(`update events set metadata = replace(metadata, 'web', 'cli') where position = 150`),
      flaw: changed,
    },
    'the time': {
      done: sql('update events set recorded_at = recorded_at - interval 1 microsecond where position = 150'),
      flaw: changed,
    },
    'the actor': { done: sql(`update events set actor_id = '${ben}' where position = 150`), flaw: changed },
    'no actor': { done: sql('update events set actor_id = null where position = 150'), flaw: changed },
    'the user': { done: sql(`update events set user_id = '${ben}' where position = 150`), flaw: changed },
    'the type': { done: sql(`update events set type = 'ExpenseDeleted' where position = 150`), flaw: changed },
    'the version': { done: sql('update events set version = 9 where position = 150'), flaw: changed },
    'the hash': { done: sql('update events set hash = unhex(sha2(hash, 256)) where position = 150'), flaw: changed },
    'data that is no JSON': { done: sql(`update events set data = '{' where position = 150`), flaw: /^150 no JSON/ },
    'an id that is none': {
      done: sql(`update events set actor_id = 'ana' where position = 150`),
      flaw: /^150 .*actorId: expected null or a UUID/,
    },
    'an event taken out of the middle': {
      done: sql('delete from events where position = 150'),
      flaw: /^150 the event is missing: event 151 follows$/,
    },
    'the first taken away': {
      done: sql('delete from events where position = 1'),
      flaw: /^1 the event is missing: event 2 follows$/,
    },
    'the last taken away': {
      done: sql('delete from events where position = 281'),
      flaw: /^281 the event is missing: the head of the log is at 281$/,
    },
    'all taken away': {
      done: sql('delete from events'),
      flaw: /^1 the event is missing: the head of the log is at 281$/,
    },
    'one taken out and the gap closed': {
      done: async ({ rows }) => {
        await rows('delete from events where position = 150')
        await rows('update events set position = position - 1 where position > 150 order by position')
      },
      flaw: /^150 the event that stands here was recorded at position 151$/,
    },
    'two exchanged': {
      done: async ({ rows }) => {
        await rows('update events set position = 1000 where position = 150')
        await rows('update events set position = 150 where position = 160')
        await rows('update events set position = 160 where position = 1000')
      },
      flaw: /^150 the event that stands here was recorded at position 160$/,
    },
    'one hidden before the first': {
      done: sql('update events set position = 0 where position = 281'),
      flaw: /^1 not an event: position: expected a whole number from 1$/,
    },
    'one added at the end': {
      done: sql(`insert into events select 282, concat(substr(stream, 1, 36), '00000000'), 1, type, user_id, concat(substr(command_id, 1, 28), '00000000'), 0,
        actor_id, recorded_at, data, metadata, hash from events where position = 281`),
      flaw: /^282 an event stands after the head of the log, which is at 281$/,
    },
  }))

test('what is kept of the log beside its events is held against them', (t) =>
  found(t, {
    'no head': { done: sql('delete from log_head'), flaw: /^1 the log has no head/ },
    'a head elsewhere': {
      done: sql('update log_head set position = 280'),
      flaw: /^281 an event stands after the head of the log, which is at 280$/,
    },
    'another instant': {
      done: sql('update log_head set recorded_at = recorded_at + interval 1 second'),
      flaw: /^281 recorded at .*Z, of which the head of the log says /,
    },
    'a frontier that is none': {
      done: sql(`update log_head set frontier = 'edge'`),
      flaw: /^281 what the head of the log keeps of the tree is not the right edge of any$/,
    },
    'another frontier': {
      done: sql(`update log_head set frontier = concat(substr(frontier, 1, 40), repeat('x', length(frontier) - 40))`),
      flaw: /^257 events 257 to 272 are not those that the head of the log keeps the tree of$/,
    },
    'another node': {
      done: sql(`update tree_nodes set hash = repeat('x', 32)`),
      flaw: /^1 events 1 to 256 are not those of the node of the tree that was kept for them$/,
    },
    'a node less': { done: sql('delete from tree_nodes'), flaw: /^1 events 1 to 256 are not those of the node/ },
    'another note': {
      done: sql(`update signed_checkpoints set note = replace(note, '101', '102') where position = 101`),
      flaw: /^101 the checkpoint at 101 is not as it was signed: The signature by \S+ is not of this text$/,
    },
    'a note at another position': {
      done: sql('update signed_checkpoints set position = 102 where position = 101'),
      flaw: /^102 the checkpoint that is stored here is of 101 events$/,
    },
    'another key': {
      done: sql(`update signed_checkpoints set note = replace(note, 'ledger.', 'folder.')`),
      flaw: /^101 the checkpoint at 101 is not as it was signed: Expected a signature by ledger/,
    },
    'another note, and another event before it': {
      done: async ({ rows }) => {
        await rows(`update signed_checkpoints set note = replace(note, '101', '102') where position = 101`)
        await rows(`update events set actor_id = '${ben}' where position = 50`)
      },
      flaw: /^50 the event was changed after it was recorded/,
    },
  }))

test('an event that was rewritten together with its hash is found by what is kept of the tree', (t) => {
  const rewrite =
    (position: number) =>
    async ({ rows, rehash }: AuditedLog) => {
      await rows(`update events set data = replace(data, '1250', '1251') where position = ${position}`)
      await rehash(position)
    }
  return found(t, {
    'below a node': { done: rewrite(150), flaw: /^1 events 1 to 256 are not those of the node/ },
    'on the edge': {
      done: rewrite(281),
      flaw: /^281 events 281 to 281 are not those that the head of the log keeps the tree of$/,
    },
    'and moved in time': {
      done: async ({ rows, rehash }) => {
        await rows('update events set recorded_at = recorded_at + interval 1 day where position = 150')
        await rehash(150)
      },
      flaw: /^151 recorded at .*Z, which is not after the event before it/,
    },
    'and not in canonical form': {
      done: async ({ rows, rehash }) => {
        await rows(`update events set data = concat(' ', data) where position = 150`)
        await rehash(150)
      },
      flaw: /^150 not in canonical form/,
    },
  })
})

test('what was rewritten together with the whole tree is found by the checkpoints that were signed', (t) => {
  const rewrite =
    (position: number) =>
    async ({ rows, rehash, replant }: AuditedLog) => {
      await rows(`update events set data = replace(data, '1250', '1251') where position = ${position}`)
      await rehash(position)
      await replant()
    }
  const rollBack = async ({ rows, replant }: AuditedLog) => {
    await rows('delete from events where position > 150')
    await rows(
      'update log_head set position = 150, recorded_at = (select recorded_at from events where position = 150)',
    )
    await replant()
  }
  return found(t, {
    'before the first': {
      done: rewrite(50),
      flaw: /^1 events 1 to 101 are not those that the checkpoint at 101 was signed for$/,
    },
    'between two': {
      done: rewrite(150),
      flaw: /^102 events 102 to 281 are not those that the checkpoint at 281 was signed for$/,
    },
    'rolled back with its head': {
      done: rollBack,
      flaw: /^151 the event is missing: a checkpoint was signed of 281 events$/,
    },
  })
})

test('what was rewritten with all that the database holds is found by a checkpoint that was kept elsewhere', async (t) => {
  const log = await auditedLog(t)
  const { note, rows } = log
  const kept = { what: 'the kept one', ...openCheckpoint(note, testKey.verifierKey) }
  await rows('delete from signed_checkpoints where position > 101')
  await rows('delete from events where position > 150')
  await rows('update log_head set position = 150, recorded_at = (select recorded_at from events where position = 150)')
  await log.replant()
  t.true((await log.verify()).ok, 'nothing in the database tells')
  t.deepEqual(await log.verify({ kept }), {
    ok: false,
    position: 151,
    problem: 'the event is missing: the kept one is of 281 events',
  })

  // Another tail, signed with the ledger's own key.
  await log.append(45)
  await log.sign()
  t.like(await log.verify(), { ok: true, events: 330 })
  t.deepEqual(await log.verify({ kept }), {
    ok: false,
    position: 102,
    problem: 'events 102 to 281 are not those that the kept one was signed for',
  })
})
