import { useSignal } from '@preact/signals'
import { ErrorBoundary } from 'preact-iso'
import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { laterPart } from '../frame/later-part.ts'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { preferences } from '../page.ts'
import type { Filter } from './filter.ts'
import { appliedBy } from './saved-filters.ts'
import { useNarrow } from './use-filter.ts'

const SavedFiltersPanel = laterPart(() => import('./SavedFiltersPanel.tsx').then((room) => room.SavedFiltersPanel))

/** The filters that were kept, each to be applied at once; behind them the way to keep, rename and delete them. */
export function SavedFilters({ me, filter }: { me: User; filter: Filter }) {
  const narrow = useNarrow()
  const asks = useSignal(false)
  const words = messages.filter
  const kept = preferences.now.value.savedFilters
  const items = [
    ...kept.map((saved) => ({ label: saved.name, run: () => narrow(appliedBy(saved, me.id)) })),
    { label: words.keep, run: () => (asks.value = true) },
  ]
  return (
    <>
      <MenuButton class="btn quiet" label={words.saved} items={items}>
        <Icon name="bookmark" />
      </MenuButton>
      <ErrorBoundary>
        {asks.value && <SavedFiltersPanel me={me} filter={filter} onLeave={() => (asks.value = false)} />}
      </ErrorBoundary>
    </>
  )
}
