import { useSignal } from '@preact/signals'
import { FieldError, tied } from '../form/Field.tsx'
import { Swatch } from '../categories/Swatch.tsx'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { entry, format } from '../page.ts'
import type { Draft } from './draft.ts'
import type { Choice } from './meant-category.ts'

/** How many are shown before all are asked for, if there are more than fit well. */
const FEW = 6
const FIT = 9

/**
 * Which category: type to find it or to name a new one, or pick one below. The arrows walk through what is offered; what
 * saving would take is always the one that is marked.
 */
export function CategoryField({ draft }: { draft: Draft }) {
  const all = useSignal(false)
  const at = { form: 'entry', path: 'category', of: entry.submission } as const
  const choices = entry.choices.value
  const meant = entry.meant.value
  const shown = all.value ? choices : fewOf(choices, meant)
  const index = shown.findIndex(({ name }) => name === meant?.name)
  const pick = ({ name }: Choice, categoryText = draft.categoryText) => entry.update({ picked: name, categoryText })

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = step && shown[(index + step + shown.length) % shown.length]
    if (!next) return
    event.preventDefault()
    pick(next)
  }
  return (
    <div class="field">
      <label for="entry-category">{messages.fields.category}</label>
      <input
        {...tied(at)}
        class="plain"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls="entry-choices"
        aria-activedescendant={index < 0 ? undefined : `entry-choice-${index}`}
        placeholder={messages.entry.categoryHint}
        maxLength={100}
        dir="auto"
        enterKeyHint="next"
        value={draft.categoryText}
        onInput={({ currentTarget }) => entry.update({ categoryText: currentTarget.value, picked: '' })}
        onKeyDown={walk}
      />
      <div class="choices" id="entry-choices" role="listbox" aria-label={messages.fields.category}>
        {shown.map((choice, at) => (
          <ChoiceChip
            key={choice.name}
            id={`entry-choice-${at}`}
            choice={choice}
            isMeant={at === index}
            pick={() => pick(choice, '')}
          />
        ))}
      </div>
      {choices.length > FIT && (
        <button type="button" class="btn btn-link" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? messages.entry.fewer : messages.entry.allOf(format.count(choices.length))}
        </button>
      )}
      <FieldError {...at} />
    </div>
  )
}

type ChipProps = { id: string; choice: Choice; isMeant: boolean; pick: () => void }

function ChoiceChip({ id, choice: { name, category }, isMeant, pick }: ChipProps) {
  return (
    <div
      id={id}
      class={category ? 'choice' : 'choice new'}
      role="option"
      aria-selected={isMeant}
      title={name}
      onClick={pick}
    >
      {category ? <Swatch colour={category.colour} /> : <Icon name="plus" />}
      <span dir="auto">{category ? name : messages.entry.newCategory(name)}</span>
    </div>
  )
}

/** The first few, and what is meant even if it is not among them. */
function fewOf(choices: readonly Choice[], meant: Choice | undefined): readonly Choice[] {
  if (choices.length <= FIT) return choices
  const few = choices.slice(0, FEW)
  if (!meant || few.some(({ name }) => name === meant.name)) return few
  return [meant, ...few.slice(0, FEW - 1)]
}
