import { CurrencyOptions } from '../form/CurrencyOptions.tsx'
import { FieldError, tied } from '../form/Field.tsx'
import { Icon } from '../frame/Icon.tsx'
import type { Currency } from '../../../events/money.ts'
import { messages } from '../messages.ts'
import { entry, format } from '../page.ts'
import type { Draft } from './draft.ts'

/** The amount, large, with its currency before it and below it how it is read. */
export function AmountField({ draft: { amount, currency } }: { draft: Draft }) {
  const at = { form: 'entry', path: 'amount', of: entry.submission } as const
  const reading = entry.reading.value
  const readAs = reading && 'major' in reading ? format.moneyInWords(reading.major, currency) : ''
  return (
    <div class="field">
      <label for="entry-amount">{messages.fields.amount}</label>
      <div class="amount-line">
        <span class="currency-pick">
          <span aria-hidden="true">{format.symbol(currency)}</span>
          <Icon name="open" />
          <select
            id="entry-currency"
            aria-label={messages.fields.currency}
            value={currency}
            onChange={({ currentTarget }) => entry.update({ currency: currentTarget.value as Currency })}
          >
            <CurrencyOptions />
          </select>
        </span>
        <input
          {...tied(at, readAs)}
          class={amount.length > 11 ? 'long' : undefined}
          inputMode="decimal"
          enterKeyHint="next"
          maxLength={100}
          autoFocus
          value={amount}
          onInput={({ currentTarget }) => entry.update({ amount: currentTarget.value })}
        />
      </div>
      <p class="hint num-hint" id="entry-amount-hint" aria-live="polite">
        {readAs ? `= ${readAs}` : messages.entry.amountHint}
      </p>
      <FieldError {...at} />
    </div>
  )
}
