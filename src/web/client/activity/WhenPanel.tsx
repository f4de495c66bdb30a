import { typedIn } from '../form/typed.ts'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { instantOf, localMoment } from '../scope/moments.ts'
import { startOf, usualTimes } from './times.ts'
import { useNarrowTrail } from './use-trail-filter.ts'

type Props = { from: string | undefined; to: string | undefined; onLeave: () => void }

export function WhenPanel({ from, to, onLeave }: Props) {
  const narrow = useNarrowTrail()
  const words = pageMessages.activity
  function go(first: string, last: string) {
    onLeave()
    narrow({ from: first ? startOf(first) : undefined, to: last ? instantOf(last) : undefined })
  }
  function choose(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const [first, last] = [typedIn(event.currentTarget, 'from'), typedIn(event.currentTarget, 'to')]
    if (first && last && last < first) go(last, first)
    else go(first, last)
  }
  return (
    <Panel title={words.whenTitle} kind="small" onLeave={onLeave}>
      <p>{words.whenText}</p>
      <div class="moments">
        {usualTimes(new Date()).map(({ name, from: since }) => (
          <button key={name} type="button" class="btn btn-hairline" onClick={() => go(since, '')}>
            {words.usual[name]}
          </button>
        ))}
      </div>
      <form onSubmit={choose}>
        <MomentField name="from" label={words.from} instant={from} />
        <MomentField name="to" label={words.to} instant={to} />
        <button class="btn btn-ink wide">{words.showTimes}</button>
      </form>
    </Panel>
  )
}

function MomentField({ name, label, instant }: { name: string; label: string; instant: string | undefined }) {
  return (
    <div class="field">
      <label for={`when-${name}`}>{label}</label>
      <input
        class="form-control"
        id={`when-${name}`}
        type="datetime-local"
        name={name}
        defaultValue={instant === undefined ? '' : localMoment(new Date(instant))}
      />
    </div>
  )
}
