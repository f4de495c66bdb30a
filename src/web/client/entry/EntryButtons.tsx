import { useEffect } from 'preact/hooks'
import type { Expense } from '../../api.ts'
import { Keys } from '../frame/Keys.tsx'
import { messages } from '../messages.ts'
import { changes, entry, format } from '../page.ts'
import type { Draft } from './draft.ts'

/** How the form ends: saved, or dropped once that is sure. */
export function EntryButtons({ draft }: { draft: Draft }) {
  return entry.asking.value ? <Asking /> : <Buttons draft={draft} />
}

function Buttons({ draft: { seen, currency } }: { draft: Draft }) {
  const words = messages.entry
  const reading = entry.reading.value
  const money = reading && 'major' in reading ? format.money(reading.major, currency) : ''
  return (
    <footer>
      <button class="btn btn-ink btn-lg wide" aria-disabled={entry.submission.sending.value}>
        {seen ? words.saveChanges : words.save(money)}
      </button>
      {seen ? (
        <button type="button" class="btn btn-link" onClick={() => remove(seen)}>
          {words.remove}
        </button>
      ) : (
        <button type="button" class="btn btn-link" onClick={() => void entry.saveAndAnother()}>
          {words.saveAndAnother}
        </button>
      )}
      <p class="keys">
        <kbd>Enter</kbd> {words.keySave}
        {!seen && (
          <>
            {' · '}
            <Keys of={['Mod+Enter']} /> {words.keyAnother}
          </>
        )}
      </p>
    </footer>
  )
}

function remove(seen: Expense) {
  entry.close()
  void changes.remove(seen)
}

/** Whether to drop what was typed. Staying is what a hasty Enter does. */
function Asking() {
  useEffect(() => document.getElementById('entry-stay')?.focus(), [])
  const words = messages.entry
  return (
    <footer class="asking">
      <p role="alert">{words.dropQuestion}</p>
      <button type="button" id="entry-stay" class="btn btn-ink" onClick={() => (entry.asking.value = false)}>
        {words.stay}
      </button>
      <button type="button" class="btn btn-hairline" onClick={entry.close}>
        {words.drop}
      </button>
    </footer>
  )
}
