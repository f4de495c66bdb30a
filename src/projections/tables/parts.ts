import type { Sequelize } from 'sequelize'
import type { Log } from '../../events/log/log.ts'
import { openCheckpoint, type CheckpointTable } from './checkpoint.ts'
import type { Place } from './places.ts'
import type { Projection } from '../projection.ts'
import { openTable, type Table } from './table.ts'

/** What the projections read of the log. */
export type Source = Pick<Log, 'readAfter' | 'head'>

/** What it takes to work on one table of a projection. */
export type Parts = {
  projection: Projection
  table: Table
  checkpoint: CheckpointTable
  sequelize: Sequelize
  log: Source
}

/** The parts of `projection` in each place. */
export type Places = { projection: Projection; live: Parts; next: Parts; old: Parts }

export function placesOf(projection: Projection, sequelize: Sequelize, log: Source): Places {
  function partsAt(place: Place): Parts {
    const checkpoint = openCheckpoint(sequelize, projection.name, place)
    return { projection, table: openTable(sequelize, projection, place), checkpoint, sequelize, log }
  }
  return { projection, live: partsAt(''), next: partsAt('_next'), old: partsAt('_old') }
}
