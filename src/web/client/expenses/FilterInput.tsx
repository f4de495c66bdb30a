import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../messages.ts'
import type { Option } from './filter-completion.ts'
import { markedParts } from './filter-typing.ts'
import type { FilterBox } from './use-filter-box.ts'

/** Where words and tokens are typed, what they may become below, and what is wrong with them. */
export function FilterInput({ box, onBackspace }: { box: FilterBox; onBackspace: () => void }) {
  const { input, typed, caret, isOpen, active, completion, wrong } = box
  const words = messages.filter
  const options = isOpen.value ? completion.options : []
  const mirror = useRef<HTMLSpanElement>(null)
  const [problem] = wrong
  useLayoutEffect(() => {
    const { current } = input
    if (current && document.activeElement === current && current.selectionStart !== caret.value)
      current.setSelectionRange(caret.value, caret.value)
  }, [typed.value, caret.value])
  const follow = () => mirror.current && (mirror.current.scrollLeft = input.current?.scrollLeft ?? 0)

  function press(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.isComposing) return
    const { selectionEnd } = event.currentTarget
    if (event.key === 'Backspace' && selectionEnd === 0) return onBackspace()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) walk(step)
    else if (event.key === 'Enter') enter()
    else if (event.key === 'Escape' && (options.length > 0 || box.edited.value)) box.leave()
    else return
    event.preventDefault()
  }
  function walk(step: number) {
    const { length } = completion.options
    if (options.length === 0) isOpen.value = length > 0
    else active.value = (active.value + step + (active.value < 0 && step < 0 ? 1 : 0) + length) % length
  }
  function enter() {
    const option = options[active.value]
    if (option) box.choose(option)
    else box.commit()
  }
  return (
    <div class="typed">
      <div class="typed-line">
        <span class="typed-mirror" ref={mirror} aria-hidden="true">
          {markedParts(typed.value, wrong).map(({ text, isWrong }) => (isWrong ? <mark>{text}</mark> : text))}
        </span>
        <input
          ref={input}
          type="search"
          list={undefined}
          role="combobox"
          aria-label={words.label}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls="filter-options"
          aria-activedescendant={options[active.value] && `filter-option-${active.value}`}
          aria-invalid={problem !== undefined}
          aria-describedby={problem && 'filter-problem'}
          placeholder={words.hint}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={typed.value}
          onInput={({ currentTarget: { value, selectionStart } }) => box.type(value, selectionStart ?? value.length)}
          onSelect={({ currentTarget }) => (caret.value = currentTarget.selectionStart ?? 0)}
          onScroll={follow}
          onKeyDown={press}
          onBlur={() => box.commit()}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <ul class="options" id="filter-options" role="listbox" aria-label={words.options} hidden={options.length === 0}>
        {options.map((option, index) => (
          <Completed key={option.text} index={index} option={option} isActive={index === active.value} box={box} />
        ))}
      </ul>
      {problem?.problem && (
        <p class="field-error" id="filter-problem" role="status">
          {words.problems[problem.problem](problem.piece.value)}
        </p>
      )}
    </div>
  )
}

type CompletedProps = { index: number; option: Option; isActive: boolean; box: FilterBox }

function Completed({ index, option, isActive, box }: CompletedProps) {
  const about = option.about || messages.filter.starts[option.text]
  return (
    <li
      id={`filter-option-${index}`}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => (box.active.value = index)}
      onClick={() => box.choose(option)}
    >
      <span dir="auto">{option.text}</span>
      {about && <small dir="auto">{about}</small>}
    </li>
  )
}
