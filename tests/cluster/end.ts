import { projectionNames } from '../../src/projections/projections.ts'
import { openLedger } from '../../src/ops/ledger.ts'
import { expect, seen } from '../delivery/told.ts'
import type { Scene } from './under-load.ts'

/** Milliseconds that no projection needs. */
const PATIENCE = 60_000

/** Every node has the same log, all that was acknowledged is in it once, and every projection is what a replay of it says. */
export async function agree({ cluster: { nodes, replicas }, answered }: Scene): Promise<void> {
  const prints = []
  for (const node of nodes) {
    const { log, projections, close } = await openLedger(node.url('ledger'))
    try {
      await projections.reached((await log.head()).position, projectionNames, PATIENCE)
      const { differences } = await projections.check()
      expect(differences.length === 0, `no differences on node ${node.number}, not ${JSON.stringify(differences[0])}`)
    } finally {
      await close()
    }
    const sql = `select count(*) as events, max(position) as last, bit_xor(crc32(hash)) as print from ledger.events`
    prints.push(JSON.stringify((await node.ask(sql))[0]))
  }
  expect(new Set(prints).size === 1, `the same log on every node, not ${prints.join(' and ')}`)
  const streams = await nodes[0]!.ask(
    `select cast(stream as char) as stream, position from ledger.events where type = 'ExpenseRecorded'`,
  )
  const placed = new Map(streams.map(({ stream, position }) => [String(stream), Number(position)]))
  const lost = answered.filter(({ id, position }) => !((placed.get(`expense-${id}`) ?? Infinity) <= position))
  expect(lost.length === 0, `that all ${answered.length} acknowledged expenses are there, but ${lost.length} are not`)
  expect(new Set(answered.map(({ id }) => id)).size === answered.length, 'that no two commands were answered alike')
  expect(streams.length >= answered.length, 'no fewer expenses than were acknowledged')
  const faults = replicas.flatMap((replica) => replica.faults())
  expect(faults.length === 0, `no fault of the ledger, not ${faults[0]}`)
  seen(`${answered.length} acknowledged, ${streams.length} recorded; on each node ${prints[0]}`)
}
