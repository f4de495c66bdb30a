import { useRef } from 'preact/hooks'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { format, server, toasts } from '../page.ts'
import { useLinks } from '../scope/use-scope.ts'
import { openTakingBack } from './take-back.ts'

/** Asks before a batch is taken back; if something was changed since, asks what is to become of it. */
export function TakeBackPanel({ batch, onLeave }: { batch: string; onLeave: () => void }) {
  const takingBack = useRef(openTakingBack(batch, { server, toasts, format })).current
  const words = pageMessages.activity
  const inTheWay = takingBack.inTheWay.value
  async function run(skip: boolean) {
    if (await takingBack.run(skip)) onLeave()
  }
  return (
    <Panel title={words.takeBackTitle} kind="small" onLeave={onLeave}>
      <p>{words.takeBackText}</p>
      <div role="alert">
        {takingBack.problem.value !== undefined && <p class="problem">{takingBack.problem.value}</p>}
        {inTheWay.length > 0 && <InTheWay of={inTheWay} />}
      </div>
      <button
        type="button"
        class="btn btn-ink wide"
        aria-disabled={takingBack.sending.value}
        onClick={() => void run(inTheWay.length > 0)}
      >
        {inTheWay.length > 0 ? words.takeBackOthers : words.takeBackDo}
      </button>
    </Panel>
  )
}

/** Expenses that are named; of the others only how many. */
const NAMED = 5

function InTheWay({ of }: { of: readonly { path: string; message: string }[] }) {
  const links = useLinks()
  const words = pageMessages.activity
  return (
    <div class="problem">
      <p>{words.inTheWay(of.length)}</p>
      <ul>
        {of.slice(0, NAMED).map(({ path, message }) => (
          <li key={path}>
            {message}, <a href={links('/expenses', { expense: path, tab: 'history' })}>{words.historyOf}</a>
          </li>
        ))}
        {of.length > NAMED && <li>{words.andOthers(format.count(of.length - NAMED))}</li>}
      </ul>
    </div>
  )
}
