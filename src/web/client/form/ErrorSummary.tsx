import { useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { messages } from '../messages.ts'
import type { Submission } from './submission.ts'

/** What is wrong with the whole form. Takes the focus each time it fails; each line leads to its field. */
export function ErrorSummary({ form, of }: { form: string; of: Submission }) {
  const box = useRef<HTMLDivElement>(null)
  useSignalEffect(() => {
    if (of.failures.value > 0) setTimeout(() => box.current?.focus())
  })
  const errors = of.errors.value
  if (errors.length === 0) return null
  const [first] = errors
  const isOneWhole = errors.length === 1 && first?.path === ''
  return (
    <div class="problem" ref={box} tabIndex={-1} role="alert">
      <p>{isOneWhole ? first.message : messages.errors.summary(errors.length)}</p>
      {!isOneWhole && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={path + message}>
              <Error form={form} path={path} message={message} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Error({ form, path, message }: { form: string; path: string; message: string }) {
  const label = messages.fields[path as keyof typeof messages.fields]
  if (!label) return <>{message}</>
  return (
    <button type="button" class="btn btn-link" onClick={() => document.getElementById(`${form}-${path}`)?.focus()}>
      {label}: {message}
    </button>
  )
}
