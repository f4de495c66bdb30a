import type { ComponentChildren } from 'preact'
import { ErrorBoundary } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { Icon } from '../frame/Icon.tsx'
import { laterPart } from '../frame/later-part.ts'
import { messages } from '../messages.ts'
import { session } from '../page.ts'
import { SignIn } from './SignIn.tsx'
import type { SessionState } from './session.ts'

// Only the very first visit waits for it.
const FirstRun = laterPart(() => import('./FirstRun.tsx').then((room) => room.FirstRun))

/** Before the ledger: the first profile, signing in, or waiting. */
export function Door({ state }: { state: Exclude<SessionState, { status: 'signedIn' }> }) {
  switch (state.status) {
    case 'asking':
      return <DoorPage title={messages.session.asking} waits />
    case 'failed':
      return (
        <DoorPage title={messages.session.failed}>
          <p>{state.message}</p>
          <button type="button" class="btn btn-ink" onClick={() => void session.ask()}>
            {messages.frame.tryNow}
          </button>
        </DoorPage>
      )
    case 'firstRun':
      return (
        <DoorPage title={messages.session.firstTitle} text={messages.session.firstText}>
          <ErrorBoundary>
            <FirstRun />
          </ErrorBoundary>
        </DoorPage>
      )
    case 'signedOut':
      return (
        <DoorPage title={messages.session.signIn} text={state.ended ? messages.session.ended : undefined}>
          <SignIn />
        </DoorPage>
      )
  }
}

type Props = { title: string; text?: string | undefined; waits?: boolean; children?: ComponentChildren }

function DoorPage({ title, text, waits = false, children }: Props) {
  useEffect(() => {
    document.title = messages.title(title)
  }, [title])
  return (
    <main class={waits ? 'door waits' : 'door'}>
      <ConnectionBanner />
      <p class="brand">
        <Icon name="ledger" /> {messages.brand}
      </p>
      <h1>{title}</h1>
      {text !== undefined && <p class="muted">{text}</p>}
      {children}
    </main>
  )
}
