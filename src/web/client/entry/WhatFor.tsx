import { Field, tied } from '../form/Field.tsx'
import { entry } from '../page.ts'
import type { Draft } from './draft.ts'

export function WhatFor({ draft: { description } }: { draft: Draft }) {
  const at = { form: 'entry', path: 'description', of: entry.submission } as const
  return (
    <Field {...at}>
      <input
        {...tied(at)}
        class="plain"
        dir="auto"
        maxLength={500}
        enterKeyHint="done"
        value={description}
        onInput={({ currentTarget }) => entry.update({ description: currentTarget.value })}
      />
    </Field>
  )
}
