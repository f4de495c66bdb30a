import { useEffect, useRef } from 'preact/hooks'
import type { AuditQuery, User } from '../../api.ts'
import { Failure } from '../frame/Failure.tsx'
import { freshness } from '../frame/freshness.ts'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { Skeleton } from '../frame/Skeleton.tsx'
import { pageMessages } from '../page-messages.ts'
import { today } from '../page.ts'
import { WhoseSelect } from '../people/WhoseSelect.tsx'
import { offer } from '../reports/offer.ts'
import { AsOfButton } from '../scope/AsOfButton.tsx'
import { isNarrowed, trailQuery } from './filter.ts'
import { NothingHappened } from './NothingHappened.tsx'
import { trail } from './parts.ts'
import { ProofLine } from './ProofLine.tsx'
import { toTrailCsv } from './trail-csv.ts'
import { TrailDays } from './TrailDays.tsx'
import { TrailFilterBar } from './TrailFilterBar.tsx'
import { useTrailFilter } from './use-trail-filter.ts'

/** The audit trail: who did what, when, and what it was before; and what proves that it is still as it was recorded. */
export function ActivityPage({ me }: { me: User }) {
  const filter = useTrailFilter()
  useTrail(JSON.stringify(trailQuery(filter, me.id)))
  const shown = trail.shown.value
  const entries = shown?.entries ?? []
  const tools = (
    <div class="head-tools">
      {filter.expense === undefined && filter.batch === undefined && <WhoseSelect me={me} right="audit" />}
      <AsOfButton />
      <button
        type="button"
        class="btn btn-hairline"
        disabled={entries.length === 0}
        title={pageMessages.activity.csvHint}
        onClick={() => offer(`activity-${today()}.csv`, toTrailCsv(entries))}
      >
        <Icon name="download" /> {pageMessages.activity.csv}
      </button>
    </div>
  )
  return (
    <Page title={pageMessages.activity.title} tools={tools}>
      <ProofLine me={me} />
      <TrailFilterBar me={me} filter={filter} entries={entries} />
      <div class={trail.busy.value ? 'results busy' : 'results'} aria-busy={trail.busy.value}>
        {trail.failure.value !== undefined && <Failure of={trail.failure.value} again={() => void trail.reload()} />}
        {!shown && trail.failure.value === undefined && <Skeleton />}
        {shown && entries.length === 0 && <NothingHappened narrowed={isNarrowed(filter)} />}
        {shown && entries.length > 0 && <TrailDays shown={shown} filter={filter} />}
      </div>
    </Page>
  )
}

/** Keeps the trail at what `query` asks for, and up to date. */
function useTrail(query: string) {
  const asked = useRef('')
  useEffect(() => {
    const isNew = asked.current !== query
    asked.current = query
    void (isNew ? trail.show(JSON.parse(query) as AuditQuery) : trail.reload())
  }, [query, freshness.value])
}
