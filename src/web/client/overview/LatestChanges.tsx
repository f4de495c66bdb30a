import type { AuditEntry, User } from '../../api.ts'
import { deedOf } from '../activity/deed.ts'
import { Answered } from '../frame/Answered.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { format, server } from '../page.ts'
import { scopeQuery } from '../scope/scope.ts'
import { useLinks, useScope } from '../scope/use-scope.ts'
import { expenseOf } from './expense-of.ts'

const SHOWN = '5'

/** What was recorded or changed last, of whatever period; each leads to the history that it is a part of. */
export function LatestChanges({ me }: { me: User }) {
  const scope = useScope()
  const links = useLinks()
  const { from: _from, to: _to, ...query } = scopeQuery(scope, me.id)
  const latest = useAnswer(JSON.stringify(query), (abort) => server.audit({ ...query, limit: SHOWN }, abort))
  const words = messages.overview
  return (
    <section class="pane" aria-labelledby="latest-changes">
      <header class="pane-head">
        <h2 id="latest-changes">{words.latest}</h2>
        <a href={links('/activity')}>{words.allChanges}</a>
      </header>
      <Answered of={latest}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{words.noChanges}</p>
          ) : (
            <ul class="latest">
              {items.map((entry) => (
                <Change key={entry.position} entry={entry} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}

function Change({ entry }: { entry: AuditEntry }) {
  const links = useLinks()
  const expense = expenseOf(entry)
  const { who, did, thing, more, facts, sums } = deedOf(entry)
  const sum = facts ?? sums?.to
  return (
    <li>
      <a href={expense ? links('/expenses', { expense, tab: 'history' }) : links('/activity')}>
        <time dateTime={entry.recordedAt} title={format.moment(entry.recordedAt)}>
          {format.momentShort(entry.recordedAt)}
        </time>
        <span class="clamped" dir="auto">
          <b>{who}</b> {[did, thing, more].filter(Boolean).join(' ')}
        </span>
        {sum && <span class="num figure">{format.money(sum.amount, sum.currency)}</span>}
      </a>
    </li>
  )
}
