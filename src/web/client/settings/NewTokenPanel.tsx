import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { MadeToken, Scope, User } from '../../api.ts'
import { Field, tied } from '../form/Field.tsx'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { freshness } from '../frame/freshness.ts'
import { Panel } from '../frame/Panel.tsx'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { Choice } from './Choice.tsx'
import { MadeTokenNote } from './MadeTokenNote.tsx'
import { endOf, lengths, type Length } from './token-ends.ts'

type Asked = { name: string; scope: Scope; length: Length }

/** Makes a token and shows it, this once. */
export function NewTokenPanel({ me, onClose }: { me: User; onClose: () => void }) {
  const asked = useSignal<Asked>({ name: '', scope: 'read', length: '90' })
  const made = useSignal<MadeToken>()
  const submission = useRef(openSubmission()).current
  const at = { form: 'token', path: 'name', of: submission } as const
  const words = pageMessages.settings.tokens
  const ask = (change: Partial<Asked>) => (asked.value = { ...asked.value, ...change })
  const scopes: Scope[] = me.role === 'admin' ? ['read', 'write', 'admin'] : ['read', 'write']

  async function make() {
    const { name, scope, length } = asked.value
    made.value = await server.makeToken({ name, scope, expiresAt: endOf(length, new Date()) })
    freshness.value += 1
  }
  if (made.value) return <MadeTokenNote made={made.value} onClose={onClose} />
  return (
    <Panel title={words.make} kind="small" onLeave={onClose}>
      <Form form="token" of={submission} does={words.make} send={() => submission.run(make)}>
        <Field {...at} label={words.name} hint={words.nameHint}>
          <input
            {...tied(at, words.nameHint)}
            class="form-control"
            dir="auto"
            autoFocus
            value={asked.value.name}
            onInput={({ currentTarget }) => ask({ name: currentTarget.value })}
          />
        </Field>
        <Choice
          id="token-scope"
          label={words.scope}
          hint={words.scopeHints[asked.value.scope]}
          value={asked.value.scope}
          onChoose={(scope) => ask({ scope })}
        >
          {scopes.map((scope) => (
            <option key={scope} value={scope}>
              {words.scopes[scope]}
            </option>
          ))}
        </Choice>
        <Choice
          id="token-length"
          label={words.length}
          value={asked.value.length}
          onChoose={(length) => ask({ length })}
        >
          {lengths.map((length) => (
            <option key={length} value={length}>
              {words.lengths[length]}
            </option>
          ))}
        </Choice>
      </Form>
    </Panel>
  )
}
