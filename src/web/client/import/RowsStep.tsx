import type { ImportPreview, RowOutcome } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import type { Shown } from './importing.ts'
import { ImportTable } from './ImportTable.tsx'
import { importing } from './parts.ts'
import { RecordingLine } from './RecordingLine.tsx'

type Props = { preview: ImportPreview; onRecord: () => void }

/** What becomes of each row, and which of them are recorded. */
export function RowsStep({ preview, onRecord }: Props) {
  const words = pageMessages.import
  const { shown, chosen, busy } = importing
  const kinds = (Object.keys(preview.counts) as RowOutcome[]).filter((kind) => preview.counts[kind] > 0)
  const pills: [Shown, number][] = [
    ['all', preview.rows.length],
    ...kinds.map((kind): [Shown, number] => [kind, preview.counts[kind]]),
  ]
  const count = chosen.value.size
  const isRecording = busy.value === 'recording'
  const cannot = count === 0 || preview.questions.length > 0 || busy.value !== undefined
  return (
    <section class="import-rows" aria-label={words.rows}>
      <h2>{words.rows}</h2>
      <div class="pills" role="group" aria-label={words.show}>
        {pills.map(([kind, rows]) => (
          <button
            key={kind}
            type="button"
            class="pill"
            aria-pressed={shown.value === kind}
            onClick={() => (shown.value = kind)}
          >
            {words.outcomes[kind]} <span class="num">{format.count(rows)}</span>
          </button>
        ))}
      </div>
      <ImportTable key={shown.value} />
      <div class="import-record">
        <button type="button" class="btn btn-ink btn-lg" disabled={cannot} onClick={onRecord}>
          {words.record(count, format.count(count))}
        </button>
        {isRecording && <RecordingLine />}
        {!isRecording && <p class="hint">{words.once}</p>}
      </div>
    </section>
  )
}
