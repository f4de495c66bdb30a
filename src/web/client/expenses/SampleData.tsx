import { useSignal } from '@preact/signals'
import { errorsOf } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { people, server, session, toasts } from '../page.ts'
import { useRescope } from '../scope/use-scope.ts'

/** For whoever may: three people's year to look at in a ledger that is empty. */
export function SampleData() {
  const busy = useSignal(false)
  const rescope = useRescope()
  if (session.me.value?.role !== 'admin') return null

  async function load() {
    busy.value = true
    try {
      const added = await server.addSampleData()
      await people.load()
      toasts.say(messages.empty.sampleDataAdded(added.expenses, added.users))
      rescope({ whose: 'all' })
    } catch (error) {
      toasts.say(errorsOf(error)[0]?.message ?? '')
    }
    busy.value = false
  }

  return (
    <button type="button" class="btn btn-hairline" disabled={busy.value} onClick={() => void load()}>
      {messages.empty.sampleData}
    </button>
  )
}
