import type { Total } from '../../api.ts'
import { Figure } from './Figure.tsx'

/** By how much something moved the report, a line per currency. */
export function Differences({ of }: { of: readonly Total[] }) {
  return (
    <span class="sums">
      {of.map(({ currency, total }) => (
        <Figure key={currency} total={total} currency={currency} as="signed" />
      ))}
    </span>
  )
}
