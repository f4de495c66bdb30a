import { useEffect } from 'preact/hooks'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import { categories, changes, entry, preferences, server, toasts } from '../page.ts'
import { AmountField } from './AmountField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { DateField } from './DateField.tsx'
import { EntryButtons } from './EntryButtons.tsx'
import { OwnerField } from './OwnerField.tsx'
import { readLines } from './pasted/lines.ts'
import { openPasted } from './pasted/pasted.ts'
import { PastedLines } from './pasted/PastedLines.tsx'
import { WhatFor } from './WhatFor.tsx'

const pasted = openPasted({ server, toasts, changes })

/** The form for adding and changing an expense. */
export function EntryForm() {
  const draft = entry.draft.value
  useEffect(() => pasted.clear, [draft?.id])
  if (!draft) return null
  if (pasted.lines.value.length > 0) return <PastedLines draft={draft} pasted={pasted} />
  return (
    <form
      class="entry-form"
      onSubmit={submitted}
      onKeyDown={another}
      onPaste={pasteLines}
      noValidate
      autoComplete="off"
    >
      <ErrorSummary form="entry" of={entry.submission} />
      <ConflictNote />
      <AmountField draft={draft} />
      <CategoryField draft={draft} />
      <WhatFor draft={draft} />
      <DateField draft={draft} />
      {draft.asksWhose && <OwnerField draft={draft} />}
      <EntryButtons draft={draft} />
    </form>
  )
}

function submitted(event: Event) {
  event.preventDefault()
  void entry.save()
}

/** Several lines of a spreadsheet are several expenses; anything else goes where it is pasted. */
function pasteLines(event: ClipboardEvent) {
  const draft = entry.draft.value
  if (!draft || draft.seen) return
  const { userId, date, currency } = draft
  const usual = {
    date,
    currency,
    category: entry.meant.value?.name ?? '',
    locale: preferences.now.value.locale ?? undefined,
  }
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const read = readLines(text, usual, categories.of(userId).value ?? [])
  if (!read) return
  event.preventDefault()
  pasted.show(read)
}

function another(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  if (entry.draft.value?.seen) void entry.save()
  else void entry.saveAndAnother()
}
