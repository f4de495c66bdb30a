import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'

export function ActivityPage(_: { me: User }) {
  return <Page title={messages.activity.title}>{null}</Page>
}
