import { messages } from '../messages.ts'
import { Page } from './Page.tsx'

export function NotFound() {
  return (
    <Page title={messages.notFound.title}>
      <p>{messages.notFound.text}</p>
      <p>
        <a href="/expenses">{messages.notFound.back}</a>
      </p>
    </Page>
  )
}
