import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { SecondFactorOffer } from '../../../api.ts'
import { Field, tied } from '../../form/Field.tsx'
import { Form } from '../../form/Form.tsx'
import { openSubmission } from '../../form/submission.ts'
import { messages } from '../../messages.ts'
import { pageMessages } from '../../page-messages.ts'
import { server } from '../../page.ts'
import { QrCode } from './QrCode.tsx'

type Props = { offer: SecondFactorOffer; onDone: (codes: readonly string[]) => void }

/** Hands the secret to an app, in whichever way it takes it, and turns the second factor on with what the app shows. */
export function AppForm({ offer: { secret, uri }, onDone }: Props) {
  const code = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'second-factor', path: 'code', of: submission } as const
  const words = pageMessages.settings['second-factor']
  const { hint } = messages.session.code.app
  useEffect(() => document.getElementById('second-factor-code')?.focus(), [])
  async function turnOn() {
    onDone((await server.turnOnSecondFactor(code.value)).codes)
  }
  return (
    <Form form="second-factor" of={submission} does={words.turnOn} send={() => submission.run(turnOn)}>
      <p>{words.scan}</p>
      <QrCode of={uri} label={words.qr} />
      <div class="other-apps">
        <p class="hint">
          {words.typeIn} <code class="secret">{inFours(secret)}</code>
        </p>
        <p class="hint">
          <a href={uri}>{words.open}</a>
        </p>
      </div>
      <Field {...at} label={words.shown} hint={hint}>
        <input
          {...tied(at, hint)}
          class="form-control code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onInput={({ currentTarget }) => (code.value = currentTarget.value)}
        />
      </Field>
    </Form>
  )
}

function inFours(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ')
}
