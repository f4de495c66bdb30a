import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { FaultyServer } from '../server.ts'
import { moment } from './clock.ts'
import type { Crew } from './crew.ts'
import type { Disturbance } from './history.ts'
import type { Random } from './random.ts'

type Harm = () => Promise<Disturbance>

/** A worker is killed, and another one takes over; one is frozen for a while; or all lose their connections. */
export function harmsToWorkers({ url, kill, freeze }: Crew, processes: number, random: Random): Harm {
  return () => {
    const number = random.below(processes)
    return random.pick([
      () => kill(number),
      () => kill(number),
      () => freeze(number, random.between(100, 4_000)),
      () => cutConnections(url),
    ])()
  }
}

/** As a network that breaks does, also in the middle of a commit. */
async function cutConnections(url: string): Promise<Disturbance> {
  const begin = moment()
  try {
    const connection = await createConnection(url)
    connection.on('error', () => undefined)
    const [rows] = await connection.query<RowDataPacket[]>(
      'select id from information_schema.processlist where db = database() and id <> connection_id() and user <> "system user"',
    )
    for (const { id } of rows) await connection.query(`kill ${id}`).catch(() => undefined)
    await connection.end()
  } catch {
    // The server may be away, and with it all connections.
  }
  return { what: 'connections cut', begin, end: moment() }
}

/** The server is killed and started again, or frozen, now and then for longer than the writer waits for an answer. */
export function harmsToServer(server: FaultyServer, random: Random): Harm {
  async function kill(): Promise<Disturbance> {
    const begin = moment()
    await server.kill()
    await sleep(random.between(0, 3_000))
    await server.start()
    return { what: 'database killed', begin, end: moment() }
  }

  async function freeze(): Promise<Disturbance> {
    const begin = moment()
    server.freeze()
    await sleep(random.chance(0.1) ? random.between(15_000, 20_000) : random.between(50, 6_000))
    server.thaw()
    return { what: 'database frozen', begin, end: moment() }
  }

  return () => (random.chance(0.5) ? kill() : freeze())
}

/** Does one harm after the other until `deadline`, with up to `pause` milliseconds in between. */
export async function disturb(harm: Harm, pause: number, random: Random, deadline: number): Promise<Disturbance[]> {
  const disturbances: Disturbance[] = []
  for (;;) {
    await sleep(Math.min(random.between(pause / 10, pause), Math.max(0, deadline - Date.now())))
    if (Date.now() >= deadline) return disturbances
    disturbances.push(await harm())
  }
}
