import test, { type ExecutionContext } from 'ava'
import { Subject, firstValueFrom } from 'rxjs'
import { openCheckpoints, type Checkpoints, type Signed } from '../../../../src/events/log/merkle/checkpoints.ts'
import { makeSigningKey, readSigningKey, type SigningKey } from '../../../../src/events/log/merkle/note-key.ts'
import { signAsItGrows, type Pace } from '../../../../src/events/log/merkle/signing.ts'
import { openTree } from '../../../../src/events/log/merkle/stored-tree.ts'
import { appendOf, expense } from '../appends.ts'
import { freshLog } from '../fresh-log.ts'

const NEVER = 1_000_000

const ownKey = readSigningKey(makeSigningKey())

type Given = { key?: SigningKey | undefined; changed?: (real: Checkpoints) => Partial<Checkpoints> }

/** A log that is signed as it grows; `next` resolves to the position that is signed next, or to why it is not. */
async function growing(t: ExecutionContext, pace: Pace, { key, changed = () => ({}) }: Given = { key: ownKey }) {
  const { log, pool, rows } = await freshLog(t)
  const real = openCheckpoints({ pool, tree: openTree(pool), key })
  const [signed, failed] = [new Subject<Signed>(), new Subject<unknown>()]
  const signing = signAsItGrows({
    appended: log.appended,
    checkpoints: { ...real, ...changed(real) },
    pace,
    onSigned: (outcome) => signed.next(outcome),
    onError: (error) => failed.next(error),
  })
  t.teardown(() => signing.unsubscribe())
  const next = async () => {
    const outcome = await firstValueFrom(signed)
    return 'signed' in outcome ? outcome.signed.position : outcome.refused
  }
  return { rows, signed, failed, next, append: () => log.append(appendOf([expense()])) }
}

test('so many events are signed at once, fewer are not', async (t) => {
  const { append, next, rows } = await growing(t, { events: 3, seconds: NEVER })
  for (const position of [3, 6]) {
    const signed = next()
    for (let count = 0; count < 3; count++) await append()
    t.is(await signed, position)
  }
  await append()
  await append()
  t.like(await rows('select count(*) as count from signed_checkpoints'), [{ count: 2 }])
})

test('whatever there is is signed after so many seconds', async (t) => {
  const { append, next } = await growing(t, { events: NEVER, seconds: 1 })
  for (const position of [1, 2]) {
    const signed = next()
    await append()
    t.is(await signed, position)
  }
})

test('what could not be signed because of a fault is tried again', async (t) => {
  let faults = 2
  const { append, next, failed } = await growing(
    t,
    { events: 1, seconds: 0.05 },
    {
      key: ownKey,
      changed: ({ sign }) => ({ sign: () => (faults-- > 0 ? Promise.reject(new Error('Lost')) : sign()) }),
    },
  )
  const errors: unknown[] = []
  failed.subscribe((error) => errors.push(error))
  const signed = next()
  await append()
  t.is(await signed, 1)
  t.deepEqual(errors, [new Error('Lost'), new Error('Lost')])
})

test('what was refused is not tried again until there is more', async (t) => {
  const { append, signed, next } = await growing(t, { events: 3, seconds: NEVER }, {})
  const outcomes: Signed[] = []
  signed.subscribe((outcome) => outcomes.push(outcome))
  for (const count of [1, 2]) {
    const refused = next()
    for (let events = 0; events < 3; events++) await append()
    t.is(await refused, 'there is no key to sign with')
    t.is(outcomes.length, count)
  }
})
