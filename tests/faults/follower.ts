import { openPool } from '../../src/events/log/connect.ts'
import { openLog } from '../../src/events/log/log.ts'

// A process that follows the log: tells its parent each position of the head, and when it learnt of it.
const pool = openPool(process.argv[2] ?? '')
const log = await openLog({ url: process.argv[2] ?? '', pool })
process.once('disconnect', () => process.exit())
// Milliseconds of a clock that all processes of a machine share.
log.appended.subscribe((position) => process.send?.({ position, at: Number(process.hrtime.bigint()) / 1e6 }))
