import { useComputed } from '@preact/signals'
import type { ImportRow } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { canBeChosen } from './importing.ts'
import { importing } from './parts.ts'
import { aboutRow } from './said.ts'

/** A row of the file as it would be recorded, with what speaks against that. */
export function ImportLine({ of }: { of: ImportRow }) {
  const words = pageMessages.import
  const { line, date, description, category, amount, currency, outcome } = of
  const about = aboutRow(of)
  const isChosen = useComputed(() => importing.chosen.value.has(of.row))
  return (
    <tr class={`${outcome}${isChosen.value ? ' chosen' : ''}`}>
      <td>
        <input
          type="checkbox"
          class="form-check-input"
          aria-label={words.chooseLine(line, description)}
          checked={isChosen.value}
          disabled={!canBeChosen(of)}
          onChange={() => importing.toggle(of)}
        />
      </td>
      <td class="num">{line}</td>
      <td class="num">{date}</td>
      <td dir="auto">
        {description}
        {about !== undefined && (
          <small class={outcome === 'problem' ? 'field-error' : undefined}>
            {words.outcome[outcome]}: {about}
          </small>
        )}
      </td>
      <td dir="auto">{category}</td>
      <td class="amount num">
        {amount} {currency}
      </td>
    </tr>
  )
}
