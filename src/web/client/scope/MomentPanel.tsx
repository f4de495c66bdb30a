import { typedIn } from '../form/typed.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { instantOf, isPosition, localMoment, usualMoments } from './moments.ts'

type Words = { title: string; text: string; show: string }
/** `shown` is the instant or position that is chosen now. */
type Props = { words: Words; shown: string | undefined; onChoose: (instant: string) => void; onLeave: () => void }

/** Any moment up to now. */
export function MomentPanel({ words, shown, onChoose, onLeave }: Props) {
  const now = new Date()
  const at = shown !== undefined && !isPosition(shown) ? new Date(shown) : now
  function go(local: string) {
    onLeave()
    onChoose(instantOf(local))
  }
  function choose(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    go(typedIn(event.currentTarget, 'at'))
  }
  return (
    <Panel title={words.title} kind="small" onLeave={onLeave}>
      <p>{words.text}</p>
      <div class="moments">
        {usualMoments(now).map(({ name, at: usual }) => (
          <button key={name} type="button" class="btn btn-hairline" onClick={() => go(usual)}>
            {messages.asOf.usual[name]}
          </button>
        ))}
      </div>
      <form onSubmit={choose}>
        <div class="field">
          <label for="moment-at">{messages.asOf.moment}</label>
          <input
            class="form-control"
            id="moment-at"
            type="datetime-local"
            name="at"
            required
            max={localMoment(now)}
            defaultValue={localMoment(at)}
          />
        </div>
        <button class="btn btn-ink wide">{words.show}</button>
      </form>
    </Panel>
  )
}
