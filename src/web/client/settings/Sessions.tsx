import type { Session } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import { Answered } from '../frame/Answered.tsx'
import { freshness } from '../frame/freshness.ts'
import { signOut } from '../frame/sign-out.ts'
import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { format, server, toasts } from '../page.ts'
import { Section } from './Section.tsx'

/** Where one is signed in. The ledger keeps no names of devices, so what tells them apart is when. */
export function Sessions() {
  const sessions = useAnswer('sessions', () => server.sessions())
  return (
    <Section name="sessions">
      <Answered of={sessions}>
        {(items) => (
          <ul class="rows">
            {items.map((session) => (
              <Line key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  )
}

function Line({ session: { id, createdAt, seenAt, expiresAt, current } }: { session: Session }) {
  const words = pageMessages.settings.sessions
  const since = format.moment(createdAt)
  return (
    <li class="row-line">
      <div class="row-main">
        <b>{current ? words.here : words.elsewhere}</b>
        {current && <span class="badge">{words.current}</span>}
        <small>
          {words.since(since)} · {words.seen(format.momentShort(seenAt))} ·{' '}
          {words.until(format.day(expiresAt.slice(0, 10)))}
        </small>
      </div>
      {current ? (
        <button type="button" class="btn btn-hairline" onClick={signOut}>
          {messages.session.signOut}
        </button>
      ) : (
        <button type="button" class="btn btn-hairline" aria-label={words.endNamed(since)} onClick={() => void end(id)}>
          {words.end}
        </button>
      )}
    </li>
  )
}

async function end(id: string) {
  try {
    await server.endSession(id)
    toasts.say(pageMessages.settings.sessions.ended)
  } catch (error) {
    toasts.say(errorsOf(error)[0]?.message ?? '')
  }
  freshness.value += 1
}
