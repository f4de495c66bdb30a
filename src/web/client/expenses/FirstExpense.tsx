import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import { SampleData } from './SampleData.tsx'

/** Where nothing was ever added: the two ways to begin, for whoever may. */
export function FirstExpense({ onAdd }: { onAdd: () => void }) {
  const words = messages.empty
  const mayChange = useMayChange()
  return (
    <div class="empty">
      <Icon name="ledger" />
      <h2>{words.first}</h2>
      {mayChange && (
        <>
          <p>{words.firstText}</p>
          <div class="empty-ways">
            <button type="button" class="btn btn-ink" onClick={onAdd}>
              <Icon name="plus" /> {words.addFirst}
            </button>
            <SampleData />
          </div>
        </>
      )}
    </div>
  )
}
