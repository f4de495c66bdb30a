import { useLayoutEffect } from 'preact/hooks'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { earlyKeys, entry } from '../page.ts'
import { EntryForm } from './EntryForm.tsx'

/** The form for an expense in a panel of its own. */
export function EntryPanel() {
  const draft = entry.draft.value
  const id = draft?.id
  // What was typed before the form was there may have gone on to a later field.
  useLayoutEffect(() => document.getElementById(earlyKeys.takeOver())?.focus(), [id])
  if (!draft) return null
  return (
    <Panel title={draft.seen ? messages.entry.edit : messages.entry.addTitle} onLeave={() => entry.leave()}>
      <EntryForm />
    </Panel>
  )
}
