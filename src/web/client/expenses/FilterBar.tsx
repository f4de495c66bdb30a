import { useEffect, useState } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { categories, people } from '../page.ts'
import { isNarrowed, type Filter } from './filter.ts'
import { useNarrow } from './use-filter.ts'

/** Milliseconds without a letter after which a search begins. */
const PAUSE = 200

export function FilterBar({ me, filter }: { me: User; filter: Filter }) {
  const narrow = useNarrow()
  const words = messages.list
  return (
    <search class="ask">
      <SearchBox q={filter.q} onSearch={(q) => narrow({ q }, true)} />
      <div class="ask-selects">
        <CategorySelect me={me} filter={filter} />
        <select
          aria-label={words.deletedLabel}
          value={filter.deleted}
          data-set={filter.deleted !== 'false'}
          onChange={({ currentTarget }) => narrow({ deleted: currentTarget.value as Filter['deleted'] })}
        >
          <option value="false">{words.deleted.false}</option>
          <option value="all">{words.deleted.all}</option>
          <option value="true">{words.deleted.true}</option>
        </select>
        {people.present.value.length > 1 && <WhoseSelect me={me} filter={filter} />}
        {isNarrowed(filter) && (
          <button type="button" class="btn btn-link" onClick={() => narrow({ q: '', category: '', deleted: 'false' })}>
            {words.clear}
          </button>
        )}
      </div>
    </search>
  )
}

function SearchBox({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => onSearch(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <label class="search-box">
      <Icon name="search" />
      <span class="visually-hidden">{messages.list.search}</span>
      <input
        type="search"
        placeholder={messages.list.searchHint}
        maxLength={200}
        dir="auto"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}

function CategorySelect({ me, filter }: { me: User; filter: Filter }) {
  const narrow = useNarrow()
  const owner = filter.whose === 'own' || filter.whose === 'all' ? me.id : filter.whose
  const names = new Set(categories.of(owner).value?.map(({ name }) => name))
  if (filter.category) names.add(filter.category)
  return (
    <select
      aria-label={messages.list.categoryLabel}
      value={filter.category}
      data-set={filter.category !== ''}
      onChange={({ currentTarget }) => narrow({ category: currentTarget.value })}
    >
      <option value="">{messages.list.allCategories}</option>
      {[...names]
        .sort((one, other) => one.localeCompare(other))
        .map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
    </select>
  )
}

function WhoseSelect({ me, filter }: { me: User; filter: Filter }) {
  const narrow = useNarrow()
  const others = people.present.value.filter(({ id }) => id !== me.id)
  return (
    <select
      aria-label={messages.list.whoseLabel}
      value={filter.whose}
      data-set={filter.whose !== 'own'}
      onChange={({ currentTarget }) => narrow({ whose: currentTarget.value as Filter['whose'], category: '' })}
    >
      <option value="own">{messages.list.own}</option>
      <option value="all">{messages.list.everybody}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
