import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import type { User } from '../../../api.ts'
import { Answered } from '../../frame/Answered.tsx'
import { Icon } from '../../frame/Icon.tsx'
import { Page } from '../../frame/Page.tsx'
import { useAnswer } from '../../frame/use-answer.ts'
import { pageMessages } from '../../page-messages.ts'
import { format, server } from '../../page.ts'
import { AccessDays } from './AccessDays.tsx'
import { AccessFilterBar } from './AccessFilterBar.tsx'
import { accessAddress, accessQuery, isNarrowed, readAccessFilter, type AccessFilter } from './filter.ts'
import { newestEntries, type Newest } from './newest.ts'

/** Entries that are shown at first, and more each time that somebody wants more. */
const FEW = 50

/** Who came in, or tried to, and from where. */
export function AccessPage(_: { me: User }) {
  const { query, route } = useLocation()
  const count = useSignal(FEW)
  const filter = readAccessFilter(query, new Date())
  const asked = accessQuery(filter, new Date())
  const question = `access ${JSON.stringify(asked)} ${count.value}`
  const answer = useAnswer(question, (abort) => newestEntries(server, asked, count.value, abort))
  function narrow(changed: AccessFilter) {
    count.value = FEW
    route(accessAddress({ ...filter, ...changed }))
  }
  return (
    <Page title={pageMessages.access.title}>
      <p class="muted">{pageMessages.access.text}</p>
      <AccessFilterBar filter={filter} onNarrow={narrow} />
      <Answered of={answer}>
        {(newest) =>
          newest.entries.length === 0 ? (
            <Nobody narrowed={isNarrowed(filter)} />
          ) : (
            <>
              <AccessDays entries={newest.entries} />
              <More of={newest} onMore={() => (count.value += FEW)} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Nobody({ narrowed }: { narrowed: boolean }) {
  const words = pageMessages.access
  return (
    <div class="empty">
      <Icon name="history" />
      <h2>{narrowed ? words.noMatch : words.none}</h2>
      <p>{narrowed ? words.noMatchText : words.noneText}</p>
    </div>
  )
}

function More({ of: { entries, more }, onMore }: { of: Newest; onMore: () => void }) {
  const words = pageMessages.access
  return (
    <div class="more">
      <span role="status">{words.shown(entries.length, format.count(entries.length), more)}</span>
      {more && (
        <button type="button" class="btn btn-hairline" onClick={onMore}>
          {words.more}
        </button>
      )}
    </div>
  )
}
