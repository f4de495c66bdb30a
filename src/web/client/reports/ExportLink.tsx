import type { UserId } from '../../../events/ids.ts'
import { queryOf, type Filter } from '../expenses/filter.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { exportAddress } from './export-address.ts'

/** All expenses that `filter` matches, as a file that the server writes. */
export function ExportLink({ me, filter }: { me: UserId; filter: Filter }) {
  return (
    <a class="btn btn-hairline" href={exportAddress(queryOf(filter, me))} download>
      <Icon name="download" /> {messages.reports.exportCsv}
    </a>
  )
}
