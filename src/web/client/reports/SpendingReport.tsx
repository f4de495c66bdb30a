import { useLocation } from 'preact-iso'
import type { Spending, User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { ownFirst } from '../expenses/days.ts'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { scopeQuery, type Scope } from '../scope/scope.ts'
import { useScope } from '../scope/use-scope.ts'
import { spendingColumns } from './columns.ts'
import { toCsv } from './csv.ts'
import { GroupSelect } from './GroupSelect.tsx'
import { KnownAs } from './KnownAs.tsx'
import { Nothing } from './Nothing.tsx'
import { offer } from './offer.ts'
import { PaperHead } from './PaperHead.tsx'
import { fileName, readGroup, type Group } from './report.ts'
import { ReplayLine } from './ReplayLine.tsx'
import { ReportTools } from './ReportTools.tsx'
import { SpendingTable } from './SpendingTable.tsx'
import { tablesOf } from './spending.ts'
import { useReplay } from './use-replay.ts'
import { WholeTable } from './WholeTable.tsx'

/** What was asked stands beside the answer: while a newer one is fetched, links and titles are still those of the older. */
type Shown = { scope: Scope; group: Group; report: Spending }

export function SpendingReport({ me }: { me: User }) {
  const scope = useScope()
  const group = readGroup(useLocation().query, scope.period)
  const query = scopeQuery(scope, me.id)
  const asked = group === 'none' ? query : { ...query, group }
  const { answer, replay } = useReplay<Shown>(JSON.stringify(asked), async (abort, tell) => {
    return { scope, group, report: await server.spending(asked, abort, tell) }
  })
  return (
    <>
      <ReportTools onCsv={answer.answer && (() => keep(answer.answer))}>
        <GroupSelect group={group} />
      </ReportTools>
      <ReplayLine of={replay} busy={answer.busy} />
      <Answered of={answer}>{(shown) => <Sheet me={me} shown={shown} />}</Answered>
    </>
  )
}

function Sheet({ me, shown: { scope, group, report } }: { me: User; shown: Shown }) {
  const { asOf, rows, totals } = report
  const tables = group === 'none' ? [] : ownFirst(tablesOf(rows), me)
  return (
    <article class="report spending">
      <PaperHead me={me} title={pageMessages.reports.names.spending} scope={scope} moment={asOf} />
      {rows.length === 0 && <Nothing period={scope.period} />}
      {group === 'none' && rows.length > 0 && <WholeTable me={me} scope={scope} totals={totals} />}
      {tables.map((table) => (
        <SpendingTable key={table.currency} me={me} scope={scope} table={table} isOnly={tables.length === 1} />
      ))}
      <KnownAs me={me} scope={scope} moment={asOf} said={{ report: 'spending', group }} />
    </article>
  )
}

function keep(shown: Shown | undefined) {
  if (!shown) return
  const { scope, group, report } = shown
  offer(fileName('spending', scope, report.asOf.position), toCsv(spendingColumns(group), report.rows))
}
