import { MOST_EXPENSES } from '../../../events/batch.ts'
import type { User } from '../../api.ts'
import { Icon, type IconName } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { format, list } from '../page.ts'
import { offer } from '../reports/offer.ts'
import { exportAddress } from './export-address.ts'
import { queryOf, type Filter } from './filter.ts'
import { asking, bulk, selection } from './list-page.ts'
import { csvOf } from './selection-csv.ts'
import { SelectionPanel } from './SelectionPanel.tsx'
import type { Chosen } from './use-chosen.ts'

type Props = { me: User; filter: Filter; chosen: Chosen }

/** What can be done with all that is chosen, below `count`, and what it comes to. */
export function ChosenBar({ count, sums, ...of }: Props & { count: string; sums: string }) {
  return (
    <>
      {selection.isAny.value && (
        <section class="selection-bar" aria-label={messages.selection.label}>
          <p>
            <b>{count}</b> <span class="num figure">{sums}</span>
          </p>
          <AllMatching chosen={of.chosen} />
          <Deeds {...of} />
        </section>
      )}
      {asking.value && <SelectionPanel what={asking.value} chosen={of.chosen} />}
    </>
  )
}

/** From all that are loaded to all that match. More than can be changed at once are not kept from being summed or exported. */
function AllMatching({ chosen: { canChooseAll, isTooMany } }: { chosen: Chosen }) {
  const words = messages.selection
  const matching = list.shown.value?.count ?? 0
  const isOffered = canChooseAll && !selection.isAll.value && selection.ofLoaded.value === 'all'
  return (
    <>
      {isOffered && matching > selection.count.value && (
        <button type="button" class="btn btn-link" onClick={() => selection.chooseAll()}>
          {words.all(format.count(matching))}
        </button>
      )}
      {isTooMany && <p class="too-many">{words.tooMany(format.count(MOST_EXPENSES))}</p>}
    </>
  )
}

function Deeds({ me, filter, chosen: { which, count, isTooMany, deleted } }: Props) {
  const words = messages.selection
  const canChange = count > 0 && !isTooMany
  return (
    <div class="deeds">
      {canChange && (
        <>
          <Deed label={words.category} icon="tags" run={() => (asking.value = 'category')} />
          <Deed label={words.date} icon="calendar" run={() => (asking.value = 'date')} />
          <Deed label={words.remove} icon="trash" run={() => void bulk.remove(which)} />
        </>
      )}
      {deleted && <Deed label={words.restore} icon="back" run={() => void bulk.restore(deleted)} />}
      {selection.isAll.value ? (
        <a class="btn quiet" href={exportAddress(queryOf(filter, me.id))} download>
          <Icon name="download" /> {words.exportCsv}
        </a>
      ) : (
        <Deed
          label={words.exportCsv}
          icon="download"
          run={() => offer('expenses.csv', csvOf(selection.chosen.value))}
        />
      )}
      <Deed label={words.clear} icon="cross" run={selection.clear} />
    </div>
  )
}

function Deed({ label, icon, run }: { label: string; icon: IconName; run: () => void }) {
  return (
    <button type="button" class="btn quiet" onClick={run}>
      <Icon name={icon} /> {label}
    </button>
  )
}
