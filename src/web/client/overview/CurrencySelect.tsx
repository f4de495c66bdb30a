import { useLocation } from 'preact-iso'
import type { Currency } from '../../../events/money.ts'
import { messages } from '../messages.ts'
import { address } from '../scope/scope.ts'

/** Which currency the charts are in, where there are several: they are never added up. It stands in the address. */
export function CurrencySelect({ chosen, all }: { chosen: Currency; all: readonly Currency[] }) {
  const { path, query, route } = useLocation()
  if (all.length < 2) return null
  return (
    <select
      class="form-select whose in-currency"
      aria-label={messages.overview.currency}
      value={chosen}
      onChange={({ currentTarget }) => route(address(path, { ...query, currency: currentTarget.value }))}
    >
      {all.map((currency) => (
        <option key={currency} value={currency}>
          {currency}
        </option>
      ))}
    </select>
  )
}
