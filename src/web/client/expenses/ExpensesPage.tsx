import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Expense, User } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { wide } from '../frame/wide.ts'
import { messages } from '../messages.ts'
import { categories, list } from '../page.ts'
import { ScopeTools } from '../scope/ScopeTools.tsx'
import { useMayChange } from '../scope/use-may-change.ts'
import { useLinks } from '../scope/use-scope.ts'
import { ExpenseResults } from './ExpenseResults.tsx'
import { FilterBar } from './FilterBar.tsx'
import { isNarrowed, queryOf } from './filter.ts'
import { fetchLaterParts } from './later-parts.ts'
import { ListKeys } from './ListKeys.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TotalFigures } from './TotalFigures.tsx'
import { useFilter } from './use-filter.ts'

export function ExpensesPage({ me, onAdd }: { me: User; onAdd: () => void }) {
  const filter = useFilter()
  const mayChange = useMayChange()
  const address = useLinks()
  const query = JSON.stringify(queryOf(filter, me.id))
  useEffect(() => void list.show(JSON.parse(query) as ReturnType<typeof queryOf>), [query])
  useEffect(fetchLaterParts, [])
  // With every page that is loaded these are mostly the same, and the page is not made anew.
  const owners = useComputed(() => ownersOf(list.shown.value?.items ?? []).join()).value
  useEffect(() => {
    const users = ownersOf(list.shown.peek()?.items ?? [])
    void categories.need(users).catch(() => undefined)
  }, [owners])
  const searches = useSignal(isNarrowed(filter))
  const tools = (
    <>
      {!wide.value && (
        <button
          type="button"
          class="btn quiet search-toggle"
          aria-label={messages.list.search}
          aria-expanded={searches.value}
          onClick={() => (searches.value = !searches.value)}
        >
          <Icon name="search" />
        </button>
      )}
      <div class="head-tools">
        <ScopeTools />
        {wide.value && mayChange && (
          <a class="btn btn-hairline" href={address('/import')}>
            <Icon name="upload" /> {messages.import.title}
          </a>
        )}
        {wide.value ? (
          <button type="button" class="btn btn-ink" disabled={!mayChange} onClick={onAdd}>
            <Icon name="plus" /> {messages.entry.add} <kbd aria-hidden="true">n</kbd>
          </button>
        ) : (
          <TotalFigures me={me} />
        )}
      </div>
    </>
  )
  return (
    <Page title={messages.expenses.title} tools={tools}>
      {(wide.value || searches.value) && <FilterBar me={me} filter={filter} />}
      <ExpenseResults me={me} filter={filter} onAdd={onAdd} />
      <ListKeys me={me} filter={filter} />
      <SelectionBar me={me} filter={filter} />
    </Page>
  )
}

function ownersOf(expenses: readonly Expense[]): UserId[] {
  const owners = new Set<UserId>()
  for (const { userId } of expenses) owners.add(userId)
  return [...owners]
}
