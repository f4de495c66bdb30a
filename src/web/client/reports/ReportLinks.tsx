import { pageMessages } from '../page-messages.ts'
import { useLinks } from '../scope/use-scope.ts'
import { reports, type ReportName } from './report.ts'

/** The reports to go to, in the same scope. */
export function ReportLinks({ shown }: { shown: ReportName }) {
  const links = useLinks()
  const words = pageMessages.reports
  return (
    <nav class="report-links" aria-label={words.title}>
      {reports.map((report) => (
        <a key={report} href={links('/reports', { report })} aria-current={report === shown ? 'page' : undefined}>
          {words.names[report]}
        </a>
      ))}
    </nav>
  )
}
