import type { User } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { othersLedger } from '../people/ledgers.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Scope } from '../scope/scope.ts'
import { knownAt, type Moment } from './KnownAs.tsx'
import { printedAt } from './printing.ts'

type Props = { me: User; title: string; scope: Scope; moment: Moment }

/** What a sheet of paper has to say by itself: there is no page around it. */
export function PaperHead({ me, title, scope, moment }: Props) {
  const words = pageMessages.reports.paper
  const said = [
    [words.ledger, ledgerOf(me, scope)],
    [words.period, nameOf(scope.period)],
    [words.known, knownAt(moment)],
    [words.printed, format.moment(printedAt.value.toISOString())],
  ]
  return (
    <header class="paper-head">
      <h2>{title}</h2>
      <dl>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function ledgerOf(me: User, { whose }: Scope): string {
  if (whose === 'all') return pageMessages.reports.paper.everybody
  return (othersLedger(me, whose) ?? me).name
}
