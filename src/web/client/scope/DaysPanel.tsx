import { typedIn } from '../form/typed.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { today } from '../page.ts'
import { periodOf, spanOf, type Period } from './period.ts'
import { useRescope } from './use-scope.ts'

/** Any first and last day. */
export function DaysPanel({ period, onLeave }: { period: Period; onLeave: () => void }) {
  const rescope = useRescope()
  const { from = `${today().slice(0, 8)}01`, to = today() } = spanOf(period)
  const words = messages.period
  function choose(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const [first = from, last = to] = [typedIn(event.currentTarget, 'from'), typedIn(event.currentTarget, 'to')].sort()
    rescope({ period: periodOf({ from: first, to: last }) })
    onLeave()
  }
  return (
    <Panel title={words.daysTitle} kind="small" onLeave={onLeave}>
      <form onSubmit={choose}>
        <div class="field">
          <label for="days-from">{words.from}</label>
          <input class="form-control" id="days-from" type="date" name="from" required defaultValue={from} />
        </div>
        <div class="field">
          <label for="days-to">{words.to}</label>
          <input class="form-control" id="days-to" type="date" name="to" required defaultValue={to} />
        </div>
        <button class="btn btn-ink wide">{words.show}</button>
      </form>
    </Panel>
  )
}
