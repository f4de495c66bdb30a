import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { pageMessages } from '../page-messages.ts'
import { othersLedger } from '../people/ledgers.ts'
import { periodOf } from '../scope/period.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import { useLinks, useScope } from '../scope/use-scope.ts'
import { FileStep } from './FileStep.tsx'
import { ImportErrors } from './ImportErrors.tsx'
import { importing } from './parts.ts'
import { ReadingStep } from './ReadingStep.tsx'
import { RowsStep } from './RowsStep.tsx'

/** A file, how it is read, and its rows: three steps, one below the other. */
export function ImportPage({ me }: { me: User }) {
  const { route } = useLocation()
  const { whose } = useScope()
  const mayChange = useMayChange()
  const address = useLinks()
  const owner = othersLedger(me, whose) ?? me
  useEffect(() => importing.clear, [owner.id])
  const preview = importing.preview.value
  async function record() {
    const done = await importing.record()
    if (done) route(address('/expenses', { batch: done.batch, sort: '-recorded' }, { period: periodOf(done) }))
  }
  return (
    <Page title={pageMessages.import.title}>
      {mayChange ? (
        <div class="import">
          <FileStep owner={owner} isOwn={owner.id === me.id} />
          <ImportErrors />
          {preview && <ReadingStep preview={preview} owner={owner} />}
          {preview && <RowsStep preview={preview} onRecord={() => void record()} />}
        </div>
      ) : (
        <p class="muted">{pageMessages.import.mayNot}</p>
      )}
    </Page>
  )
}
