import { messages } from '../messages.ts'
import { useRescope } from '../scope/use-scope.ts'

/** There is no such expense to be seen: by this person, or at the moment that is looked at. */
export function Missing({ asOf, onClose }: { asOf: string | undefined; onClose: () => void }) {
  const rescope = useRescope()
  const words = messages.expense
  return (
    <div class="missing">
      <p>{asOf === undefined ? words.missingText : words.notYet}</p>
      {asOf !== undefined && (
        <button type="button" class="btn btn-ink" onClick={() => rescope({ asOf: undefined })}>
          {words.backToNow}
        </button>
      )}
      <button type="button" class="btn btn-hairline" onClick={onClose}>
        {words.toList}
      </button>
    </div>
  )
}
