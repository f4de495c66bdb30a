import { useSignal } from '@preact/signals'
import type { Token, User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { Icon } from '../frame/Icon.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { pageMessages } from '../page-messages.ts'
import { format, server } from '../page.ts'
import { EndToken } from './EndToken.tsx'
import { NewTokenPanel } from './NewTokenPanel.tsx'
import { Section } from './Section.tsx'

/** What programs sign in with: made, shown once, listed, ended. */
export function Tokens({ me }: { me: User }) {
  const tokens = useAnswer('tokens', () => server.tokens())
  const isMaking = useSignal(false)
  const ending = useSignal<Token>()
  const words = pageMessages.settings.tokens
  return (
    <Section name="tokens">
      <Answered of={tokens}>
        {(items) =>
          items.length === 0 ? (
            <p class="muted">{words.none}</p>
          ) : (
            <ul class="rows">
              {items.map((token) => (
                <Line key={token.id} token={token} onEnd={() => (ending.value = token)} />
              ))}
            </ul>
          )
        }
      </Answered>
      <button type="button" class="btn btn-hairline settings-add" onClick={() => (isMaking.value = true)}>
        <Icon name="plus" /> {words.make}
      </button>
      {isMaking.value && <NewTokenPanel me={me} onClose={() => (isMaking.value = false)} />}
      {ending.value && <EndToken token={ending.value} onClose={() => (ending.value = undefined)} />}
    </Section>
  )
}

function Line({ token: { name, scope, createdAt, usedAt, expiresAt }, onEnd }: { token: Token; onEnd: () => void }) {
  const words = pageMessages.settings.tokens
  const day = (instant: string) => format.dayOfYear(instant.slice(0, 10))
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= Date.now()
  return (
    <li class="row-line">
      <div class="row-main">
        <b dir="auto">{name}</b>
        <span class="badge">{words.scopes[scope]}</span>
        {isOver && <span class="badge">{words.expired}</span>}
        <small>
          {words.made(day(createdAt))} · {usedAt === null ? words.unused : words.used(format.momentShort(usedAt))} ·{' '}
          {expiresAt === null ? words.endless : words.until(day(expiresAt))}
        </small>
      </div>
      <button type="button" class="btn btn-hairline" aria-label={words.endNamed(name)} onClick={onEnd}>
        {words.end}
      </button>
    </li>
  )
}
