import { useLocation } from 'preact-iso'
import { messages } from '../messages.ts'
import { entry } from '../page.ts'
import { useLinks } from '../scope/use-scope.ts'

/** Offers what was typed earlier and neither saved nor dropped. */
export function LeftDraft() {
  const left = entry.left.value
  const { route } = useLocation()
  const links = useLinks()
  if (!left) return null
  const { seen, amount, description } = left
  const words = messages.entry
  const named = [amount, description].map((text) => text.trim()).filter((text) => text !== '')
  function goOn() {
    if (seen) route(links('/expenses', { expense: seen.id }, { asOf: undefined }))
    else entry.goOn()
  }
  return (
    <aside class="left-draft" aria-label={words.leftLabel}>
      <p dir="auto">{seen ? words.leftChange(seen.description) : words.leftNew(named.join(' · '))}</p>
      <button type="button" class="btn btn-ink" onClick={goOn}>
        {words.goOn}
      </button>
      <button type="button" class="btn btn-hairline" onClick={() => entry.dropLeft()}>
        {words.dropIt}
      </button>
    </aside>
  )
}
