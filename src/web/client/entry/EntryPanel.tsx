import { useEffect } from 'preact/hooks'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { changes, entry, format } from '../page.ts'
import { AmountField } from './AmountField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { DateField } from './DateField.tsx'
import type { Draft } from './draft.ts'
import { OwnerField } from './OwnerField.tsx'
import { WhatFor } from './WhatFor.tsx'

/** The form for adding and changing an expense. */
export function EntryPanel() {
  const draft = entry.draft.value
  const id = draft?.id
  useEffect(() => document.getElementById('entry-amount')?.focus(), [id])
  if (!draft) return null
  return (
    <Panel title={draft.seen ? messages.entry.edit : messages.entry.addTitle} onLeave={entry.leave}>
      <form class="entry" onSubmit={submitted} onKeyDown={another} noValidate autoComplete="off">
        <ErrorSummary form="entry" of={entry.submission} />
        <ConflictNote />
        <AmountField draft={draft} />
        <CategoryField draft={draft} />
        <WhatFor draft={draft} />
        <DateField draft={draft} />
        {draft.asksWhose && <OwnerField draft={draft} />}
        {entry.asking.value ? <Asking /> : <Buttons draft={draft} />}
      </form>
    </Panel>
  )
}

function submitted(event: Event) {
  event.preventDefault()
  void entry.save()
}

function another(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  if (entry.draft.value?.seen) void entry.save()
  else void entry.saveAndAnother()
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
        <button
          type="button"
          class="btn btn-link"
          onClick={() => {
            entry.close()
            void changes.remove(seen)
          }}
        >
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
            <kbd>Ctrl Enter</kbd> {words.keyAnother}
          </>
        )}
      </p>
    </footer>
  )
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
