import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'

export function OverviewPage(_: { me: User; onAdd: () => void }) {
  return <Page title={messages.overview.title}>{null}</Page>
}
