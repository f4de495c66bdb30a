import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { Swatch } from '../../categories/Swatch.tsx'
import type { Choice } from '../../entry/meant-category.ts'
import { Icon } from '../../frame/Icon.tsx'
import { messages } from '../../messages.ts'

type Props = {
  id: string
  /** What stands in the box: what was typed, or the name of what was picked. */
  text: string
  choices: readonly Choice[]
  /** The one that counts. */
  meant: Choice | undefined
  onType: (text: string) => void
  onPick: (choice: Choice) => void
  wrong?: { 'aria-invalid': boolean; 'aria-describedby': string | undefined }
}

/** A category: type to find it or to name a new one, or walk through what is offered with the arrows. */
export function CategoryBox({ id, text, choices, meant, onType, onPick, wrong }: Props) {
  const isOpen = useSignal(false)
  const index = choices.findIndex(({ name }) => name === meant?.name)
  const option = (at: number) => `${id}-choice-${at}`
  useLayoutEffect(() => {
    if (isOpen.value) document.getElementById(option(index))?.scrollIntoView({ block: 'nearest' })
  }, [isOpen.value, index])

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = step && choices[(index + step + choices.length) % choices.length]
    if (!next) return
    event.preventDefault()
    isOpen.value = true
    onPick(next)
  }
  return (
    <div class="category-box">
      <input
        id={id}
        {...wrong}
        class="form-control"
        role="combobox"
        aria-label={messages.fields.category}
        aria-autocomplete="list"
        aria-expanded={isOpen.value && choices.length > 0}
        aria-controls={`${id}-choices`}
        aria-activedescendant={isOpen.value && index >= 0 ? option(index) : undefined}
        maxLength={100}
        dir="auto"
        autoComplete="off"
        value={text}
        onFocus={() => (isOpen.value = true)}
        onBlur={() => (isOpen.value = false)}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={walk}
      />
      {/* Neither pressing an option nor Tab takes the focus out of the box and into the list. */}
      <div
        tabIndex={-1}
        id={`${id}-choices`}
        class="pick-list"
        role="listbox"
        aria-label={messages.fields.category}
        hidden={!isOpen.value || choices.length === 0}
        onMouseDown={(event) => event.preventDefault()}
      >
        {choices.map((choice, at) => (
          <Option key={choice.name} id={option(at)} choice={choice} isMeant={at === index} onPick={onPick} />
        ))}
      </div>
    </div>
  )
}

type OptionProps = { id: string; choice: Choice; isMeant: boolean; onPick: (choice: Choice) => void }

function Option({ id, choice, isMeant, onPick }: OptionProps) {
  const { name, category } = choice
  return (
    <div id={id} role="option" aria-selected={isMeant} onClick={() => onPick(choice)}>
      {category ? <Swatch colour={category.colour} /> : <Icon name="plus" />}
      <span dir="auto">{category ? name : messages.entry.newCategory(name)}</span>
    </div>
  )
}
