import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { FirstExpense } from '../expenses/FirstExpense.tsx'
import { Answered } from '../frame/Answered.tsx'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { wide } from '../frame/wide.ts'
import { messages } from '../messages.ts'
import { categories, people } from '../page.ts'
import { may, othersLedger } from '../people/ledgers.ts'
import type { Ledger } from '../people/standing.ts'
import { WhoseSelect } from '../people/WhoseSelect.tsx'
import { ScopeTools } from '../scope/ScopeTools.tsx'
import type { Scope } from '../scope/scope.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import { useLinks } from '../scope/use-scope.ts'
import { ByCategory } from './ByCategory.tsx'
import { ByMonth } from './ByMonth.tsx'
import { ByStep } from './ByStep.tsx'
import { chosenOf, currenciesOf } from './currencies.ts'
import { CurrencySelect } from './CurrencySelect.tsx'
import { LatestChanges } from './LatestChanges.tsx'
import { Tiles } from './Tiles.tsx'
import { useEverAdded } from './use-ever-added.ts'
import { useFigures, type Figures } from './use-figures.ts'

/** People whose categories are fetched for their colours. With more the bars are grey; nothing else depends on it. */
const MOST_OWNERS = 12

type Props = { me: User; onAdd: () => void }

export function OverviewPage({ me, onAdd }: Props) {
  const { query } = useLocation()
  const mayChange = useMayChange()
  const figures = useFigures(me)
  const ever = useEverAdded(me, figures)
  const own = ownerOf(figures.scope, me).currency
  const spent = [...(figures.spent.answer?.totals ?? []), ...(figures.months.answer?.spent ?? [])]
  const all = currenciesOf(own, spent)
  const currency = chosenOf(query.currency, all, own)
  const tools = (
    <div class="head-tools">
      <WhoseSelect me={me} />
      <CurrencySelect chosen={currency} all={all} />
      <ScopeTools />
      {wide.value && (
        <button type="button" class="btn btn-ink" disabled={!mayChange} onClick={onAdd}>
          <Icon name="plus" /> {messages.entry.add} <kbd aria-hidden="true">n</kbd>
        </button>
      )}
    </div>
  )
  return (
    <Page title={messages.overview.title} tools={tools}>
      {ever === false && <FirstExpense onAdd={onAdd} />}
      {ever === true && <Panes me={me} figures={figures} currency={currency} several={all.length > 1} />}
    </Page>
  )
}

type PanesProps = { me: User; figures: Figures; currency: Currency; several: boolean }

function Panes({ me, figures, currency, several }: PanesProps) {
  const links = useLinks()
  const owners = useOwners(figures.scope, me)
  const more = several ? { currency } : {}
  const link = (period: Scope['period']) => links('/expenses', more, { period })
  return (
    <>
      <Answered of={figures.spent}>
        {(spent) => <Tiles spent={spent} compared={figures.compared.answer} currency={currency} />}
      </Answered>
      <div class="panes">
        <ByStep of={figures.compared} currency={currency} link={link} />
        <ByCategory
          of={figures.spent}
          currency={currency}
          owners={owners}
          link={(category) => links('/expenses', { category, ...more })}
        />
        <ByMonth of={figures.months} period={figures.scope.period} currency={currency} link={link} />
        {may('audit', figures.scope.whose) && <LatestChanges me={me} />}
      </div>
    </>
  )
}

function ownerOf({ whose }: Scope, me: User): Ledger {
  return othersLedger(me, whose) ?? me
}

/** Those whose expenses are looked at; their categories are fetched. */
function useOwners(scope: Scope, me: User): UserId[] {
  const everybody = [me.id, ...people.present.value.map(({ id }) => id).filter((id) => id !== me.id)]
  const owners = scope.whose === 'all' ? everybody : [ownerOf(scope, me).id]
  const few = owners.slice(0, MOST_OWNERS)
  useEffect(() => void categories.need(few).catch(() => undefined), [few.join()])
  return few
}
