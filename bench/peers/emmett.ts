import { lunch, metadata } from '../append/lunch.ts'
import { load, versionOf } from './installed.ts'
import type { OpenPeer } from './peers.ts'

type Event = { type: string; data: object; metadata: object }
type EventStore = {
  appendToStream(stream: string, events: Event[], options: object): Promise<unknown>
  close(): Promise<void>
}
type Postgres = { getPostgreSQLEventStore: (url: string) => EventStore }

/** Emmett's PostgreSQL event store by its public door, with the pool that it makes for itself (10 connections). */
export const openEmmett: OpenPeer = async (postgresql, versions) => {
  const { getPostgreSQLEventStore } = await load<Postgres>('@event-driven-io/emmett-postgresql')
  const { STREAM_DOES_NOT_EXIST } = await load<{ STREAM_DOES_NOT_EXIST: unknown }>('@event-driven-io/emmett')
  versions.set('Emmett', versionOf('@event-driven-io/emmett-postgresql'))
  await postgresql.run('createdb', [...postgresql.reach, 'emmett'])
  const store = getPostgreSQLEventStore(postgresql.url('emmett'))

  const append = () => {
    const { type, ...data } = lunch()
    const event = { type, data, metadata }
    return store.appendToStream(`expense-${data.expenseId}`, [event], { expectedStreamVersion: STREAM_DOES_NOT_EXIST })
  }
  // The first one makes the tables.
  await append()
  return { name: 'Emmett', append, close: () => store.close() }
}
