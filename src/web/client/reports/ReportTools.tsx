import type { ComponentChildren } from 'preact'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'

/** `onCsv` is undefined until there is something to export. */
type Props = { onCsv: (() => void) | undefined; children?: ComponentChildren }

/** What can be done with the report that is shown; `children` say what it shows. */
export function ReportTools({ onCsv, children }: Props) {
  const words = pageMessages.reports
  return (
    <div class="report-tools">
      {children}
      <button
        type="button"
        class="btn btn-hairline"
        title={words.csvHint}
        aria-disabled={onCsv === undefined}
        onClick={onCsv}
      >
        <Icon name="download" /> <span class="word">{words.csv}</span>
      </button>
      <button type="button" class="btn btn-hairline" aria-disabled={onCsv === undefined} onClick={() => print()}>
        <Icon name="printer" /> <span class="word">{words.print}</span>
      </button>
    </div>
  )
}
