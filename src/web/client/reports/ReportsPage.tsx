import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { pageMessages } from '../page-messages.ts'
import { WhoseSelect } from '../people/WhoseSelect.tsx'
import { ScopeTools } from '../scope/ScopeTools.tsx'
import { ChangesReport } from './ChangesReport.tsx'
import { readReport } from './report.ts'
import { ReportLinks } from './ReportLinks.tsx'
import { SpendingReport } from './SpendingReport.tsx'
import { StatementReport } from './StatementReport.tsx'

const shownAs = { spending: SpendingReport, statement: StatementReport, changes: ChangesReport }

export function ReportsPage({ me }: { me: User }) {
  const { query } = useLocation()
  const report = readReport(query)
  const Report = shownAs[report]
  const tools = (
    <div class="head-tools">
      <WhoseSelect me={me} />
      <ScopeTools />
    </div>
  )
  return (
    <Page title={pageMessages.reports.title} tools={tools}>
      <div class="reports">
        <ReportLinks shown={report} />
        <Report me={me} />
      </div>
    </Page>
  )
}
