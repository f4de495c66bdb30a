import { messages } from '../messages.ts'
import { selection } from './list-page.ts'

/** Above the boxes of the rows: chooses all that are loaded, or none. */
export function SelectionHead() {
  const chosen = selection.ofLoaded.value
  return (
    <th scope="col" class="choose">
      <label>
        <input
          type="checkbox"
          class="form-check-input"
          aria-label={messages.selection.loaded}
          checked={chosen === 'all'}
          indeterminate={chosen === 'some'}
          onChange={() => selection.toggleLoaded()}
        />
      </label>
    </th>
  )
}
