import type { Expense } from '../../api.ts'
import { messages } from '../messages.ts'
import { selection } from './list-page.ts'

type Props = { expense: Expense; isChosen: boolean; tabIndex: number }

/** Chooses a row; with Shift also all up to it. */
export function SelectionBox({ expense, isChosen, tabIndex }: Props) {
  function choose(event: MouseEvent & { currentTarget: HTMLInputElement }) {
    if (event.shiftKey) {
      selection.toggleRange(expense)
      event.currentTarget.checked = true
    } else selection.toggle(expense)
  }
  return (
    <td class="choose">
      <label>
        <input
          type="checkbox"
          class="form-check-input"
          tabIndex={tabIndex}
          aria-label={messages.selection.one(expense.description)}
          checked={isChosen}
          onClick={choose}
        />
      </label>
    </td>
  )
}
