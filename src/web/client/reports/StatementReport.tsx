import { useMemo } from 'preact/hooks'
import type { Statement, User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { scopeQuery, type Scope } from '../scope/scope.ts'
import { useScope } from '../scope/use-scope.ts'
import { statementColumns } from './columns.ts'
import { toCsv } from './csv.ts'
import { KnownAs } from './KnownAs.tsx'
import { Nothing } from './Nothing.tsx'
import { offer } from './offer.ts'
import { PaperHead } from './PaperHead.tsx'
import { fileName } from './report.ts'
import { ReplayLine } from './ReplayLine.tsx'
import { ReportTools } from './ReportTools.tsx'
import { StatementMonth } from './StatementMonth.tsx'
import { StatementTotals } from './StatementTotals.tsx'
import { monthsOf } from './statement.ts'
import { useReplay } from './use-replay.ts'

/** As in `SpendingReport`, what was asked stands beside the answer. */
type Shown = { scope: Scope; report: Statement }

export function StatementReport({ me }: { me: User }) {
  const scope = useScope()
  const query = scopeQuery(scope, me.id)
  const { answer, replay } = useReplay<Shown>(JSON.stringify(query), async (abort, tell) => {
    return { scope, report: await server.statement(query, abort, tell) }
  })
  return (
    <>
      <ReportTools onCsv={answer.answer && (() => keep(answer.answer))} />
      <ReplayLine of={replay} busy={answer.busy} />
      <Answered of={answer}>{(shown) => <Sheet me={me} shown={shown} />}</Answered>
    </>
  )
}

function Sheet({ me, shown: { scope, report } }: { me: User; shown: Shown }) {
  const { asOf, items, totals } = report
  const months = useMemo(() => monthsOf(items), [items])
  return (
    <article class="report statement">
      <PaperHead me={me} title={pageMessages.reports.names.statement} scope={scope} moment={asOf} />
      {items.length === 0 && <Nothing period={scope.period} />}
      {months.map((month, at) => (
        <StatementMonth key={month.month} me={me} scope={scope} month={month} isFirst={at === 0} />
      ))}
      {totals.length > 0 && <StatementTotals me={me} totals={totals} />}
      <KnownAs me={me} scope={scope} moment={asOf} said={{ report: 'statement' }} />
    </article>
  )
}

function keep(shown: Shown | undefined) {
  if (!shown) return
  const { scope, report } = shown
  offer(fileName('statement', scope, report.asOf.position), toCsv(statementColumns, report.items))
}
