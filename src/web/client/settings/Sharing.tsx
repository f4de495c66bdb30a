import type { Share, User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { shareChanges } from './parts.ts'
import { Section } from './Section.tsx'
import { SharedWithMe } from './SharedWithMe.tsx'
import { ShareForm } from './ShareForm.tsx'
import { RoleOptions } from './RoleOptions.tsx'

/** Whom one's ledger is shared with, as what; and whose are shared with oneself. */
export function Sharing({ me }: { me: User }) {
  const shares = useAnswer(`shares ${me.id}`, () => server.shares(me.id))
  const words = pageMessages.settings.sharing
  return (
    <Section name="sharing">
      <Answered of={shares}>
        {(items) =>
          items.length === 0 ? (
            <p class="muted">{words.none}</p>
          ) : (
            <ul class="rows">
              {items.map((share) => (
                <Line key={share.userId} me={me} share={share} />
              ))}
            </ul>
          )
        }
      </Answered>
      <ShareForm me={me} />
      <SharedWithMe me={me} />
    </Section>
  )
}

function Line({ me, share }: { me: User; share: Share }) {
  const { name, role } = share
  const words = pageMessages.settings.sharing
  return (
    <li class="row-line share">
      <div class="row-main">
        <b dir="auto">{name}</b>
        <small>{words.roleHints[role]}</small>
      </div>
      <select
        class="form-select"
        aria-label={words.roleOf(name)}
        value={role}
        onChange={({ currentTarget }) => void shareChanges.become(me, share, currentTarget.value as Share['role'])}
      >
        <RoleOptions />
      </select>
      <button
        type="button"
        class="btn btn-hairline"
        aria-label={words.endNamed(name)}
        onClick={() => void shareChanges.end(me, share)}
      >
        {words.end}
      </button>
    </li>
  )
}
