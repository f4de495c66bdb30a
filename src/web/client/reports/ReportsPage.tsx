import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'

export function ReportsPage(_: { me: User }) {
  return <Page title={messages.reports.title}>{null}</Page>
}
