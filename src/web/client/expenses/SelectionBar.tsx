import { useEffect } from 'preact/hooks'
import { MOST_EXPENSES } from '../../../events/batch.ts'
import type { User } from '../../api.ts'
import { Icon, type IconName } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { format, list } from '../page.ts'
import { offer } from '../reports/offer.ts'
import { address } from '../scope/scope.ts'
import { ownFirst } from './days.ts'
import { queryOf, type Filter } from './filter.ts'
import { asking, bulk, selection } from './list-page.ts'
import { csvOf } from './selection-csv.ts'
import { SelectionPanel } from './SelectionPanel.tsx'
import { useChosen, type Chosen } from './use-chosen.ts'

type Props = { me: User; filter: Filter }

/** How much is chosen, what it comes to, and what can be done with all of it at once. */
export function SelectionBar({ me, filter }: Props) {
  const chosen = useChosen(me, filter)
  useEffect(() => selection.about(chosen.question), [chosen.question])
  useEffect(() => () => selection.clear(), [])
  const count = selection.count.value
  const isShown = selection.isAny.value
  const text = messages.selection.count(format.count(count))
  return (
    <>
      {/* Always there: it tells of what is chosen only if it was there before. */}
      <p class="visually-hidden" role="status">
        {isShown && `${text} ${sums(me)}`}
      </p>
      {isShown && (
        <section class="selection-bar" aria-label={messages.selection.label}>
          <p>
            <b>{text}</b> <span class="num figure">{sums(me)}</span>
          </p>
          <AllMatching chosen={chosen} />
          <Deeds me={me} filter={filter} chosen={chosen} />
        </section>
      )}
      {asking.value && <SelectionPanel what={asking.value} chosen={chosen} />}
    </>
  )
}

function sums(me: User): string {
  return ownFirst(selection.totals.value, me)
    .map(({ currency, total }) => format.money(total, currency))
    .join(' · ')
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

function Deeds({ me, filter, chosen: { which, count, isTooMany, deleted } }: Props & { chosen: Chosen }) {
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
      {deleted.length > 0 && <Deed label={words.restore} icon="back" run={() => void bulk.restore(deleted)} />}
      {selection.isAll.value ? (
        <a class="btn quiet" href={exportOf(me, filter)} download>
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

/** All that match as CSV, in the order of the list. */
function exportOf(me: User, filter: Filter): string {
  const said = Object.entries(queryOf(filter, me.id)).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return address('/api/expenses.csv', Object.fromEntries(said))
}

function Deed({ label, icon, run }: { label: string; icon: IconName; run: () => void }) {
  return (
    <button type="button" class="btn quiet" onClick={run}>
      <Icon name={icon} /> {label}
    </button>
  )
}
