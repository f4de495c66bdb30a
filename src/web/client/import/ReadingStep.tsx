import type { ImportPreview } from '../../api.ts'
import { CurrencyOptions } from '../form/CurrencyOptions.tsx'
import { pageMessages } from '../page-messages.ts'
import type { Ledger } from '../people/standing.ts'
import { importing } from './parts.ts'
import { ColumnChoices, HowChoices } from './ReadingChoices.tsx'
import { ReadingChoice } from './ReadingChoice.tsx'

/** Which column is what, and how dates, amounts and letters are written: as it was recognised, or as somebody says. */
export function ReadingStep({ preview, owner }: { preview: ImportPreview; owner: Pick<Ledger, 'currency'> }) {
  const words = pageMessages.import
  const { told, remembered } = importing
  const isAsked = preview.questions.length > 0
  return (
    <section class="import-reading" aria-label={words.reading}>
      <h2>{words.reading}</h2>
      <p class="muted">
        {isAsked ? words.asked : words.formats[preview.format]}{' '}
        {remembered.value !== undefined && (
          <>
            {words.remembered(remembered.value)}{' '}
            <button type="button" class="btn btn-link" onClick={() => void importing.recogniseAnew()}>
              {words.anew}
            </button>
          </>
        )}
      </p>
      <div class="import-choices">
        <ColumnChoices preview={preview} />
        <div class="field">
          <label for="import-category">{words.parameters.category}</label>
          <input
            id="import-category"
            class="form-control"
            maxLength={100}
            dir="auto"
            defaultValue={told.value.category ?? ''}
            onChange={({ currentTarget }) => void importing.tell({ category: currentTarget.value.trim() || undefined })}
          />
        </div>
        <ReadingChoice
          parameter="currency"
          preview={preview}
          value={told.value.currency ?? owner.currency}
          onChoose={(currency) => ({ currency })}
        >
          <CurrencyOptions />
        </ReadingChoice>
        <HowChoices preview={preview} />
      </div>
    </section>
  )
}
