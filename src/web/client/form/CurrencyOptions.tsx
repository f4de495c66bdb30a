import { currencyDecimals } from '../../../events/currencies.ts'
import type { Currency } from '../../../events/money.ts'
import { format } from '../page.ts'

/** An option for every currency that the ledger knows. */
export function CurrencyOptions() {
  return [...currencyDecimals.keys()].sort().map((code) => (
    <option key={code} value={code}>
      {code} · {format.currencyName(code as Currency)}
    </option>
  ))
}
