import { once } from 'node:events'
import { Writable } from 'node:stream'
import test, { type ExecutionContext } from 'ava'
import { defer, filter, finalize, firstValueFrom } from 'rxjs'
import { openFeed, type Feed } from '../../../../src/web/server/live/feed.ts'
import { openHub } from '../../../../src/web/server/live/hub.ts'
import { openListener } from '../../../../src/web/server/live/listener.ts'
import { ana, ben } from '../../../examples.ts'
import { appendOf, expense } from '../../../events/log/appends.ts'
import { freshLog } from '../../../events/log/fresh-log.ts'

/** Somebody at the other end of a connection, who takes nothing more once `holdsBack`, until `goesOn`. */
function reader() {
  const taken: string[] = []
  let resume: (() => void) | undefined
  let holding = false
  const out = new Writable({
    highWaterMark: 1_000,
    decodeStrings: false,
    write(text: string, _encoding, done) {
      taken.push(text)
      out.emit('taken')
      if (holding) resume = done
      else done()
    },
  })
  return {
    out,
    holdBack: () => void (holding = true),
    goOn() {
      holding = false
      resume?.()
    },
    /** The positions that were told so far. */
    positions: () => [...taken.join('').matchAll(/^id: (\d+)\ndata: /gm)].map(([, position]) => Number(position)),
    last: () => taken.at(-1),
    /** Resolves once `position` was told. */
    async hears(position: number): Promise<void> {
      while (this.positions().at(-1) !== position) await once(out, 'taken')
    },
  }
}

async function live(t: ExecutionContext) {
  const { log, another } = await freshLog(t)
  const feed = openFeed(log)
  /** Appends `count` expenses of Ana's, a few in each append. */
  async function append(count: number): Promise<number> {
    for (let done = 0; done < count; done += 50) {
      await log.append(appendOf(Array.from({ length: Math.min(50, count - done) }, expense)))
    }
    return (await log.head()).position
  }
  return { log, another, feed, append }
}

function listenTo(t: ExecutionContext, feed: Feed, who: ReturnType<typeof reader>, userId = ana) {
  t.teardown(() => who.out.destroy())
  return openListener(feed, who.out, { userId, sees: new Set([userId]), after: 0, knownAt: 0 })
}

const upTo = (position: number) => Array.from({ length: position }, (_, index) => index + 1)

test('who reads slowly holds up nobody, keeps nothing waiting here and misses nothing', async (t) => {
  const { feed, append } = await live(t)
  const [slow, quick] = [reader(), reader()]
  for (const who of [slow, quick]) listenTo(t, feed, who)
  await slow.hears(await append(10))
  slow.holdBack()
  // More than the feed keeps in mind.
  const head = await append(6_000)
  await quick.hears(head)
  t.deepEqual(quick.positions(), upTo(head))
  t.true(slow.positions().length < head)
  t.true(slow.out.writableLength < 200_000)
  slow.goOn()
  await slow.hears(head)
  t.deepEqual(slow.positions(), upTo(head))
})

test('a sign of life says up to where all was told, also where that was nothing', async (t) => {
  const { log, feed, append } = await live(t)
  const stranger = reader()
  const listener = listenTo(t, feed, stranger, ben)
  const witness = reader()
  listenTo(t, feed, witness)
  const head = await append(3)
  await firstValueFrom(log.appended.pipe(filter((position) => position === head)))
  await witness.hears(head)
  listener.beat()
  t.is(stranger.last(), `:\nid: ${head}\n\n`)
  t.deepEqual(stranger.positions(), [])
})

test('who takes nothing from one sign of life to the next is given up', async (t) => {
  const { feed, append } = await live(t)
  const stuck = reader()
  const listener = listenTo(t, feed, stuck)
  stuck.holdBack()
  const witness = reader()
  listenTo(t, feed, witness)
  await witness.hears(await append(100))
  listener.beat()
  t.false(stuck.out.destroyed)
  listener.beat()
  t.true(stuck.out.destroyed)
})

test('who is slow at first is not given up', async (t) => {
  const { feed, append } = await live(t)
  const slow = reader()
  const listener = listenTo(t, feed, slow)
  slow.holdBack()
  const head = await append(100)
  listener.beat()
  slow.goOn()
  await slow.hears(head)
  listener.beat()
  t.false(slow.out.destroyed)
})

test('what another process appends is told like one’s own', async (t) => {
  const { another, feed } = await live(t)
  const listening = reader()
  listenTo(t, feed, listening)
  const other = await another()
  const { position } = await other.append(appendOf([expense(), expense()]))
  await listening.hears(position)
  t.deepEqual(listening.positions(), [1, 2])
})

test('while nobody listens nothing is read, and afterwards nothing is missing', async (t) => {
  const { feed, append } = await live(t)
  const before = reader()
  listenTo(t, feed, before)
  await before.hears(await append(5))
  before.out.destroy()
  await once(before.out, 'close')
  const head = await append(700)
  const after = reader()
  listenTo(t, feed, after)
  await after.hears(head)
  t.deepEqual(after.positions(), upTo(head))
})

test('a read that fails is tried again, and nothing is missed for it', async (t) => {
  const { log, append } = await live(t)
  let failures = 0
  const readAfter: typeof log.readAfter = async (...asked) => {
    if (++failures <= 2) throw new Error('The database is away')
    return log.readAfter(...asked)
  }
  const head = await append(10)
  const feed = openFeed({ ...log, readAfter })
  const listening = reader()
  listenTo(t, feed, listening)
  await listening.hears(head)
  t.true(failures > 2)
  t.deepEqual(listening.positions(), upTo(head))
})

test('nothing goes on for whoever left, not even for who left before being listened for', async (t) => {
  const { log } = await freshLog(t)
  let following = 0
  const appended = defer(() => {
    following += 1
    return log.appended.pipe(finalize(() => (following -= 1)))
  })
  const hub = openHub({ ...log, appended }, undefined)
  const add = ({ out }: ReturnType<typeof reader>) =>
    hub.add(out, { userId: ana, sees: 'all', after: 0, knownAt: 0 }, async () => true)
  const leave = async ({ out }: ReturnType<typeof reader>) => once(out.destroy(), 'close')
  const [stays, gone] = [reader(), reader()]
  await leave(gone)
  add(gone)
  t.is(following, 0)
  add(stays)
  t.is(following, 1)
  await leave(stays)
  t.is(following, 0)
})
