import { LocationProvider, Route, Router } from 'preact-iso'
import { useCallback, useEffect } from 'preact/hooks'
import type { User } from '../api.ts'
import { Panels } from './expense/Panels.tsx'
import { Frame } from './frame/Frame.tsx'
import { laterPart } from './frame/later-part.ts'
import { NotFound } from './frame/NotFound.tsx'
import { categories, entry, live, people, preferences, session, shared, today } from './page.ts'
import { LedgerLine } from './people/LedgerLine.tsx'
import { othersLedger } from './people/ledgers.ts'
import { useWayBack } from './people/use-way-back.ts'
import { AsOfBar } from './scope/AsOfBar.tsx'
import { useMayChange } from './scope/use-may-change.ts'
import { useScope } from './scope/use-scope.ts'
import { Door } from './session/Door.tsx'

// Each page is fetched when it is first gone to.
const OverviewPage = laterPart(() => import('./overview/OverviewPage.tsx').then((room) => room.OverviewPage))
const ExpensesPage = laterPart(() => import('./expenses/ExpensesPage.tsx').then((room) => room.ExpensesPage))
const ReportsPage = laterPart(() => import('./reports/ReportsPage.tsx').then((room) => room.ReportsPage))
const ActivityPage = laterPart(() => import('./activity/ActivityPage.tsx').then((room) => room.ActivityPage))
const ImportPage = laterPart(() => import('./import/ImportPage.tsx').then((room) => room.ImportPage))
const CategoriesPage = laterPart(() => import('./categories/CategoriesPage.tsx').then((room) => room.CategoriesPage))
const SettingsPage = laterPart(() => import('./settings/SettingsPage.tsx').then((room) => room.SettingsPage))
const ProfilesPage = laterPart(() => import('./people/ProfilesPage.tsx').then((room) => room.ProfilesPage))
const AdminPage = laterPart(() => import('./admin/AdminPage.tsx').then((room) => room.AdminPage))
const AccessPage = laterPart(() => import('./admin/access/AccessPage.tsx').then((room) => room.AccessPage))

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
  const { whose } = useScope()
  const mayChange = useMayChange()
  useWayBack()
  const isAdmin = me.role === 'admin'
  useEffect(() => {
    void categories.need([me.id]).catch(() => undefined)
    void shared.load().catch(() => undefined)
    if (isAdmin) void people.load().catch(() => undefined)
    live.start()
    return () => live.stop()
  }, [me.id, isAdmin])
  const add = useCallback(() => {
    if (!mayChange) return
    const owner = othersLedger(me, whose) ?? me
    const { defaultCurrency } = preferences.now.value
    const currency = (owner.id === me.id && defaultCurrency) || owner.currency
    entry.add({ userId: owner.id, date: today(), currency, asksWhose: whose !== 'own' })
  }, [me, whose, mayChange])
  return (
    <Frame me={me} onAdd={add}>
      <LedgerLine me={me} />
      <AsOfBar />
      <Router>
        <Route path="/" component={OverviewPage} me={me} onAdd={add} />
        <Route path="/expenses" component={ExpensesPage} me={me} onAdd={add} />
        <Route path="/import" component={ImportPage} me={me} />
        <Route path="/reports" component={ReportsPage} me={me} />
        <Route path="/activity" component={ActivityPage} me={me} />
        <Route path="/categories" component={CategoriesPage} me={me} />
        <Route path="/settings" component={SettingsPage} me={me} />
        <Route path="/profiles" component={isAdmin ? ProfilesPage : NotFound} me={me} />
        <Route path="/admin" component={isAdmin ? AdminPage : NotFound} me={me} />
        <Route path="/admin/access" component={isAdmin ? AccessPage : NotFound} me={me} />
        <Route default component={NotFound} />
      </Router>
      <Panels me={me} />
    </Frame>
  )
}
