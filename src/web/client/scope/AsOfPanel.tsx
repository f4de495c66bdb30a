import { typedIn } from '../form/typed.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { instantOf, isPosition, localMoment, usualMoments } from './moments.ts'
import { useRescope, useScope } from './use-scope.ts'

/** Any moment up to now. */
export function AsOfPanel({ onLeave }: { onLeave: () => void }) {
  const { asOf } = useScope()
  const rescope = useRescope()
  const words = messages.asOf
  const now = new Date()
  const shown = asOf !== undefined && !isPosition(asOf) ? new Date(asOf) : now
  function go(local: string) {
    onLeave()
    rescope({ asOf: instantOf(local) })
  }
  function choose(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    go(typedIn(event.currentTarget, 'at'))
  }
  return (
    <Panel title={words.title} kind="small" onLeave={onLeave}>
      <p>{words.text}</p>
      <div class="moments">
        {usualMoments(now).map(({ name, at }) => (
          <button key={name} type="button" class="btn btn-hairline" onClick={() => go(at)}>
            {words.usual[name]}
          </button>
        ))}
      </div>
      <form onSubmit={choose}>
        <div class="field">
          <label for="as-of-at">{words.moment}</label>
          <input
            class="form-control"
            id="as-of-at"
            type="datetime-local"
            name="at"
            required
            max={localMoment(now)}
            defaultValue={localMoment(shown)}
          />
        </div>
        <button class="btn btn-ink wide">{words.show}</button>
      </form>
    </Panel>
  )
}
