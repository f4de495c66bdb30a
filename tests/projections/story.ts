import test from 'ava'
import type { LedgerEvent } from '../../src/events/event.ts'
import type { UserId } from '../../src/events/ids.ts'
import { applied, touchesOf } from '../../src/projections/fold.ts'
import type { Projection, Row } from '../../src/projections/projection.ts'
import { recorded } from './recorded.ts'

type Story = { given: readonly LedgerEvent[]; by?: UserId; then: Record<string, Row> | string }

/** `given` has happened: `then` these are the rows, by key, as far as they are told; or the fold fails, saying this. */
export function storyOf(projection: Projection) {
  return test.macro((t, { given, by, then }: Story) => {
    const fold = () => applied(touchesOf(projection, recorded(given, by)), new Map())
    if (typeof then === 'string') {
      t.throws(fold, { message: then })
    } else {
      const rows = Object.fromEntries(fold())
      t.deepEqual(Object.keys(rows).sort(), Object.keys(then).sort())
      for (const [key, row] of Object.entries(then)) t.like(rows[key], row)
    }
  })
}
