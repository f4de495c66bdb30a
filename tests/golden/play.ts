import { hash } from 'node:crypto'
import { streamOf, type Stream } from '../../src/events/event.ts'
import { newId } from '../../src/events/ids.ts'
import type { Log } from '../../src/events/log/log.ts'
import { ana, ben } from '../examples.ts'
import type { StoredLedger } from './files.ts'
import { openGolden, storedOf } from './ledger.ts'
import { story } from './story.ts'

/** The story as today's release keeps it in the empty database at `url`. */
export async function playStory(url: string): Promise<StoredLedger> {
  const keys = Object.fromEntries([ana, ben].map((owner) => [owner, hash('sha256', `golden ${owner}`)]))
  const ledger = await openGolden(url, { keys, events: [] })
  await play(ledger.log)
  const events = await storedOf(ledger)
  await ledger.close()
  return { keys, events }
}

async function play(log: Log): Promise<void> {
  const versions = new Map<Stream, number>()
  for (const { by, metadata, events } of story) {
    const streams = [...new Set(events.map(streamOf))]
    const guards = streams.map((stream) => ({ stream, version: versions.get(stream) ?? 0, seenAt: Infinity }))
    await log.append({ commandId: newId(), actorId: by, metadata, events, guards })
    for (const event of events) versions.set(streamOf(event), (versions.get(streamOf(event)) ?? 0) + 1)
  }
}
