import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { wide } from '../frame/wide.ts'
import { messages } from '../messages.ts'
import { othersLedgers } from '../people/ledgers.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ExportLink } from './ExportLink.tsx'
import { FilterInput } from './FilterInput.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { isNarrowed, unfiltered, type Filter } from './filter.ts'
import { tokensOf, type Said } from './filter-text.ts'
import { useFilterBox, type FilterBox } from './use-filter-box.ts'
import { useNarrow } from './use-filter.ts'

/** One box for words and tokens; what counts already stands in it as chips. */
export function FilterBar({ me, filter }: { me: User; filter: Filter }) {
  const box = useFilterBox(me, filter)
  const narrow = useNarrow()
  const chips = tokensOf(filter, { people: [me, ...othersLedgers(me, 'see')] }).filter(
    ({ kind }) => kind !== box.edited.value?.kind,
  )
  return (
    <search class="ask">
      <div class="ask-box" onMouseDown={keepFocus}>
        <Icon name="search" />
        <Chips box={box} chips={chips} />
        <FilterInput box={box} onBackspace={() => chips.length > 0 && box.remove(chips.at(-1) as Said)} />
      </div>
      <div class="ask-tools">
        {(isNarrowed(filter) || chips.length > 0) && (
          <button type="button" class="btn btn-link" onClick={() => narrow({ ...unfiltered, whose: 'own' })}>
            {messages.list.clear}
          </button>
        )}
        <FilterMenu box={box} />
        <SavedFilters me={me} filter={filter} />
        <ExportLink me={me} filter={filter} />
        {wide.value && <ColumnsMenu me={me} />}
      </div>
    </search>
  )
}

/** A press beside the words is not meant to leave them. */
function keepFocus(event: MouseEvent & { currentTarget: HTMLElement }) {
  if (event.target instanceof HTMLInputElement) return
  event.preventDefault()
  const isChip = event.target instanceof Element && event.target.closest('button, [role=option]')
  if (!isChip) event.currentTarget.querySelector('input')?.focus()
}

function Chips({ box, chips }: { box: FilterBox; chips: readonly Said[] }) {
  if (chips.length === 0) return null
  return (
    <ul class="chips" aria-label={messages.filter.said}>
      {chips.map((said) => (
        <Chip key={said.kind} box={box} said={said} />
      ))}
    </ul>
  )
}

function Chip({ box, said }: { box: FilterBox; said: Said }) {
  const words = messages.filter
  const text = words.chips[said.kind](said.value)
  function removed(event: KeyboardEvent) {
    if (event.key !== 'Backspace' && event.key !== 'Delete') return
    event.preventDefault()
    box.remove(said)
  }
  return (
    <li class="chip" onKeyDown={removed}>
      <button type="button" class="chip-text" dir="auto" aria-label={words.edit(text)} onClick={() => box.edit(said)}>
        {text}
      </button>
      <button type="button" class="chip-cross" aria-label={words.remove(text)} onClick={() => box.remove(said)}>
        <Icon name="cross" />
      </button>
    </li>
  )
}
