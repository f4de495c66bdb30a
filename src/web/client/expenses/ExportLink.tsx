import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { exportAddress } from './export-address.ts'
import { queryOf, type Filter } from './filter.ts'

/** All that the list shows, loaded or not, in its order and as known when it is shown: as a file that the server writes. */
export function ExportLink({ me, filter }: { me: User; filter: Filter }) {
  const words = messages.list
  return (
    <a class="btn quiet" href={exportAddress(queryOf(filter, me.id))} aria-label={words.csv} title={words.csv} download>
      <Icon name="download" />
    </a>
  )
}
