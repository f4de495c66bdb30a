import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { User } from '../../../api.ts'
import { Form } from '../../form/Form.tsx'
import { openSubmission } from '../../form/submission.ts'
import { TextField } from '../../form/TextField.tsx'
import { pageMessages } from '../../page-messages.ts'
import type { Asked } from './SecondFactorPanel.tsx'

type Props = { me: User; asked: Asked; onGiven: (current: string) => Promise<void> }

/** Says what comes, and asks for the password once more: an open browser is not enough for it. */
export function OwnPasswordForm({ me, asked, onGiven }: Props) {
  const current = useSignal('')
  const submission = useRef(openSubmission()).current
  const at = { form: 'second-factor', path: 'current', of: submission } as const
  const words = pageMessages.settings['second-factor']
  return (
    <Form
      form="second-factor"
      of={submission}
      does={words.buttons[asked]}
      look={asked === 'off' ? 'btn-danger wide' : 'btn-ink wide'}
      send={() => submission.run(() => onGiven(current.value))}
    >
      <p>{words.texts[asked]}</p>
      <input type="email" autoComplete="username" hidden readOnly value={me.email} />
      <TextField {...at} isPassword autoComplete="current-password" value={current} />
    </Form>
  )
}
