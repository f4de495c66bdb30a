import { useSignal } from '@preact/signals'
import { ErrorBoundary } from 'preact-iso'
import type { SecondFactor as Standing, User } from '../../../api.ts'
import { Answered } from '../../frame/Answered.tsx'
import { freshness } from '../../frame/freshness.ts'
import { laterPart } from '../../frame/later-part.ts'
import { useAnswer } from '../../frame/use-answer.ts'
import { pageMessages } from '../../page-messages.ts'
import { format, server } from '../../page.ts'
import { Section } from '../Section.tsx'
import type { Asked } from './SecondFactorPanel.tsx'

// With what draws QR codes, which hardly anybody needs twice.
const SecondFactorPanel = laterPart(() => import('./SecondFactorPanel.tsx').then((room) => room.SecondFactorPanel))

/** With so few left one had better make new ones. */
const FEW = 3

/** What signing in takes besides the password, if one wants that. */
export function SecondFactor({ me }: { me: User }) {
  const standing = useAnswer('second-factor', () => server.secondFactor())
  const asked = useSignal<Asked>()
  const ask = (what: Asked) => (asked.value = what)
  function close() {
    asked.value = undefined
    freshness.value += 1
  }
  return (
    <Section name="second-factor">
      <Answered of={standing}>
        {({ onSince, recoveryCodes }) =>
          onSince === null ? <Off ask={ask} /> : <On onSince={onSince} recoveryCodes={recoveryCodes} ask={ask} />
        }
      </Answered>
      <ErrorBoundary>
        {asked.value && <SecondFactorPanel key={asked.value} me={me} asked={asked.value} onClose={close} />}
      </ErrorBoundary>
    </Section>
  )
}

type Ask = { ask: (what: Asked) => void }
type Since = Ask & { onSince: string } & Pick<Standing, 'recoveryCodes'>

function Off({ ask }: Ask) {
  const words = pageMessages.settings['second-factor']
  return (
    <>
      <p class="muted">{words.off}</p>
      <button type="button" class="btn btn-hairline" onClick={() => ask('on')}>
        {words.turnOn}
      </button>
    </>
  )
}

function On({ onSince, recoveryCodes, ask }: Since) {
  const words = pageMessages.settings['second-factor']
  return (
    <ul class="rows">
      <li class="row-line">
        <div class="row-main">
          <b>{words.app}</b>
          <span class="badge">{words.on}</span>
          <small>{words.since(format.moment(onSince))}</small>
        </div>
        <button type="button" class="btn btn-hairline" onClick={() => ask('off')}>
          {words.turnOff}
        </button>
      </li>
      <li class="row-line">
        <div class="row-main">
          <b>{words.recovery}</b>
          {recoveryCodes <= FEW && <span class="badge">{words.few}</span>}
          <small>{words.left(recoveryCodes)}</small>
        </div>
        <button type="button" class="btn btn-hairline" onClick={() => ask('codes')}>
          {words.makeNew}
        </button>
      </li>
    </ul>
  )
}
