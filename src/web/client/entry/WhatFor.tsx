import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { FieldError, tied } from '../form/Field.tsx'
import { messages } from '../messages.ts'
import { categories, entry, server } from '../page.ts'
import type { Draft } from './draft.ts'
import { openSuggestions, type Suggestion } from './suggestions.ts'

const suggestions = openSuggestions(server)

/** What for; suggests what was written earlier, and with it its category where none is chosen yet. */
export function WhatFor({ draft }: { draft: Draft }) {
  const at = { form: 'entry', path: 'description', of: entry.submission } as const
  const active = useSignal(-1)
  const found = suggestions.found.value
  const { userId, description } = draft
  useEffect(() => () => suggestions.forget(), [])

  function type(text: string) {
    active.value = -1
    entry.update({ description: text })
    void suggestions.look(userId, text)
  }
  function take(suggestion: Suggestion) {
    entry.update({ description: suggestion.description, ...categoryOf(suggestion, userId) })
    suggestions.forget()
    active.value = -1
  }
  function press(event: KeyboardEvent) {
    if (found.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = found[active.value]
    if (step) active.value = Math.max(-1, Math.min(found.length - 1, active.value + step))
    else if (event.key === 'Escape') suggestions.forget()
    else if (event.key === 'Enter' && chosen && !event.ctrlKey && !event.metaKey) take(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="field">
      <label for="entry-description">{messages.fields.description}</label>
      <div class="suggesting">
        <input
          {...tied(at)}
          class="plain"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls="entry-suggestions"
          aria-activedescendant={active.value < 0 ? undefined : `entry-suggestion-${active.value}`}
          dir="auto"
          maxLength={500}
          enterKeyHint="done"
          value={description}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={press}
          onBlur={() => suggestions.forget()}
        />
        <ul id="entry-suggestions" role="listbox" aria-label={messages.entry.suggestions} hidden={found.length === 0}>
          {found.map((suggestion, index) => (
            <li
              key={suggestion.description}
              id={`entry-suggestion-${index}`}
              role="option"
              aria-selected={index === active.value}
              // The field keeps the focus, or its list would go before it is clicked.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <span dir="auto">{suggestion.description}</span> <small dir="auto">{suggestion.category}</small>
            </li>
          ))}
        </ul>
      </div>
      <FieldError {...at} />
    </div>
  )
}

/** The category that goes with it, unless one is chosen already or it is offered no more. */
function categoryOf({ category }: Suggestion, userId: Draft['userId']): Partial<Draft> {
  if (entry.meant.value) return {}
  const isOffered = categories.of(userId).value?.some(({ name, archived }) => name === category && !archived)
  return isOffered ? { picked: category, categoryText: '' } : {}
}
