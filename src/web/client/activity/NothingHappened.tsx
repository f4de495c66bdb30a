import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { UNNARROWED, useNarrowTrail } from './use-trail-filter.ts'

export function NothingHappened({ narrowed }: { narrowed: boolean }) {
  const narrow = useNarrowTrail()
  const words = pageMessages.activity
  return (
    <div class="empty">
      <Icon name="history" />
      <h2>{narrowed ? words.noMatch : words.none}</h2>
      <p>{narrowed ? words.noMatchText : words.noneText}</p>
      {narrowed && (
        <button type="button" class="btn btn-hairline" onClick={() => narrow(UNNARROWED)}>
          {words.clearFilter}
        </button>
      )}
    </div>
  )
}
