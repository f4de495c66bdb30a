import { LocationProvider, Route, Router } from 'preact-iso'
import { useCallback, useEffect } from 'preact/hooks'
import type { User } from '../api.ts'
import { CategoriesPage } from './categories/CategoriesPage.tsx'
import { EntryPanel } from './entry/EntryPanel.tsx'
import { ExpensesPage } from './expenses/ExpensesPage.tsx'
import { useFilter } from './expenses/use-filter.ts'
import { Frame } from './frame/Frame.tsx'
import { NotFound } from './frame/NotFound.tsx'
import { categories, entry, people, session, today } from './page.ts'
import { OwnProfilePage } from './people/OwnProfilePage.tsx'
import { ProfilesPage } from './people/ProfilesPage.tsx'
import { Door } from './session/Door.tsx'

export function App() {
  const state = session.state.value
  if (state.status !== 'signedIn') return <Door state={state} />
  return (
    <LocationProvider>
      <Ledger me={state.me} />
    </LocationProvider>
  )
}

function Ledger({ me }: { me: User }) {
  const { whose } = useFilter()
  useEffect(() => {
    void categories.need([me.id]).catch(() => undefined)
    if (me.role === 'admin') void people.load().catch(() => undefined)
  }, [me.id, me.role])
  const add = useCallback(() => {
    const owner = people.present.value.find(({ id }) => id === whose) ?? me
    entry.add({ userId: owner.id, date: today(), currency: owner.currency, asksWhose: whose !== 'own' })
  }, [me, whose])
  return (
    <Frame me={me} onAdd={add}>
      <Router>
        <Route path="/" component={ExpensesPage} me={me} onAdd={add} />
        <Route path="/categories" component={CategoriesPage} me={me} />
        <Route path="/profiles" component={me.role === 'admin' ? ProfilesPage : NotFound} me={me} />
        <Route path="/profile" component={OwnProfilePage} me={me} />
        <Route default component={NotFound} />
      </Router>
      {entry.draft.value && <EntryPanel />}
    </Frame>
  )
}
