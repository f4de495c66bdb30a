import { shareOf } from '../../api/import-progress.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { importing } from './parts.ts'

/** How far recording is. It can be cancelled until the rows are on their way into the log, which takes all of them or none. */
export function RecordingLine() {
  const words = pageMessages.import
  const progress = importing.progress.value
  const { step, rows, of } = progress ?? {}
  return (
    <>
      <progress aria-label={words.recording} value={progress && shareOf(progress)} />
      {step !== 'storing' && (
        <button type="button" class="btn btn-hairline" onClick={() => void importing.cancel()}>
          {words.cancel}
        </button>
      )}
      <p class="hint">
        <span role="status">{step ? words.steps[step] : words.recording}</span>
        {step !== 'storing' && rows !== undefined && of !== undefined && (
          <span class="num"> {words.rowsOf(format.count(rows), format.count(of))}</span>
        )}
      </p>
    </>
  )
}
