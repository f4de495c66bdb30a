import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'

export function AdminPage(_: { me: User }) {
  return <Page title={messages.admin.title}>{null}</Page>
}
