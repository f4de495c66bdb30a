import type { ExecutionContext } from 'ava'
import fc from 'fast-check'
import { streamOf, type Stream } from '../../../src/events/event.ts'
import { newId, type UserId } from '../../../src/events/ids.ts'
import type { Placed } from '../../../src/events/log/append.ts'
import { freshLog } from '../../events/log/fresh-log.ts'
import { metadata } from '../../examples.ts'
import { addCategory, emptyBooks, register } from '../books.ts'
import { steps, type Step } from './lives.ts'
import { keep, type Kept } from './oracle.ts'

const STEPS = 400

/** A log that much has happened in, by chance, and what the oracle kept after each event; `kept[0]` is before the first. */
export async function lived(t: ExecutionContext) {
  const fresh = await freshLog(t)
  const versions = new Map<Stream, number>()
  const books = emptyBooks()
  const [kept, placed, actors]: [Kept[][], Placed[], UserId[]] = [[[]], [], []]

  async function live(step: Step): Promise<void> {
    const actor = books.people.at(books.events.length % Math.max(1, books.people.length))?.id
    const before = books.events.length
    step(books)
    for (const event of books.events.slice(before)) {
      const stream = streamOf(event)
      const guards = [{ stream, version: versions.get(stream) ?? 0, seenAt: Infinity }]
      versions.set(stream, (versions.get(stream) ?? 0) + 1)
      const actorId = actor ?? event.userId
      const appended = await fresh.log.append({ commandId: newId(), actorId, metadata, events: [event], guards })
      placed.push(...appended.events)
      actors.push(actorId)
      kept.push(keep(books, actors))
    }
  }

  await live((own) => register(own, 'admin'))
  await live((own) => addCategory(own, own.people[0], 'Food'))
  for (const step of fc.sample(steps, STEPS)) await live(step)
  const people = books.people.map(({ id }) => id)
  const recordedAt = (position: number) => placed[position - 1]?.recordedAt ?? null
  return { ...fresh, live, kept, placed, actors, people, books, recordedAt }
}
