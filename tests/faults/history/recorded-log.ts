import type { Recorded } from '../../../src/events/event.ts'
import { Conflict, Unavailable } from '../../../src/events/log/append.ts'
import type { Log } from '../../../src/events/log/log.ts'
import type { Column, Filter } from '../../../src/events/log/reader.ts'
import type { Sight } from './history.ts'
import type { Journal } from './journal.ts'
import { printOfContent, printOfSurroundings } from './prints.ts'
import { nameOfClaim, nameOfKey, writeAppend } from './written-append.ts'

/** `log`, with what it is asked and what it answers written down. A `follower` is a reader that remembers one number. */
export function recordedLog(log: Log, journal: Journal, follower?: string): Log {
  async function recorded<T>(question: object, work: () => Promise<T>, told: (result: T) => object): Promise<T> {
    const answer = journal.ask(question)
    try {
      const result = await work()
      answer(told(result))
      return result
    } catch (error) {
      answer(whyNot(error))
      throw error
    }
  }

  return {
    ...log,
    append(append) {
      const question = { ask: 'append', append: writeAppend(append) }
      return recorded(
        question,
        () => log.append(append),
        (appended) => ({ appended }),
      )
    },
    readStreams(streams, upTo) {
      const question = { ask: 'read', streams, after: 0, upTo }
      const told = (slices: Awaited<ReturnType<Log['readStreams']>>) => {
        const events = [...slices.values()].flatMap((slice) => slice.events)
        const [first] = slices.values()
        return { head: first?.seenAt, events: events.sort((one, other) => one.position - other.position).map(sightOf) }
      }
      return recorded(question, () => log.readStreams(streams, upTo), told)
    },
    readAfter<C extends Column>(after: number, limit: number, filter: Filter<C> = {}) {
      const question = { ask: 'read', after, limit, userId: filter.userId, upTo: filter.upTo, follower }
      // Only whole events are asked for here.
      const told = (events: unknown[]) => ({ events: (events as Recorded[]).map(sightOf) })
      return recorded(question, () => log.readAfter(after, limit, filter), told)
    },
    head: () => recorded({ ask: 'head' }, log.head, ({ position }) => ({ head: position })),
    holder(claim) {
      const question = { ask: 'holder', claim: nameOfClaim(claim) }
      return recorded(
        question,
        () => log.holder(claim),
        ({ stream, seenAt }) => ({ head: seenAt, holder: stream }),
      )
    },
    others(claim) {
      const question = { ask: 'others', claim: nameOfClaim(claim) }
      return recorded(
        question,
        () => log.others(claim),
        ({ remain, seenAt }) => ({ head: seenAt, remain }),
      )
    },
    remembered(userId, key) {
      const question = { ask: 'remembered', key: nameOfKey(userId, key) }
      const told = (kept: Awaited<ReturnType<Log['remembered']>>) => {
        return { remembered: kept ? { ...kept, request: kept.request.toString('hex') } : null }
      }
      return recorded(question, () => log.remembered(userId, key), told)
    },
  }
}

function whyNot(error: unknown): object {
  if (error instanceof Conflict) return { conflict: error.moved }
  if (error instanceof Unavailable) return { unavailable: error.message }
  return { failed: String(error) }
}

function sightOf({ event, metadata, ...around }: Recorded): Sight {
  const surroundings = printOfSurroundings({ ...around, type: event.type, userId: event.userId })
  return [around.position, surroundings, printOfContent(event, metadata)]
}
