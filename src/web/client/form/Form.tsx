import type { ComponentChildren } from 'preact'
import { ErrorSummary } from './ErrorSummary.tsx'
import type { Submission } from './submission.ts'

type Props = {
  /** What the ids of its fields begin with. */
  form: string
  of: Submission
  /** What its button says, and looks like. */
  does: string
  look?: string
  send: () => unknown
  children: ComponentChildren
}

/** A form that is sent as one: above its fields what is wrong, below them its button. */
export function Form({ form, of, does, look = 'btn-ink wide', send, children }: Props) {
  function submit(event: Event) {
    event.preventDefault()
    void send()
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary form={form} of={of} />
      {children}
      <button class={`btn ${look}`} aria-disabled={of.sending.value}>
        {does}
      </button>
    </form>
  )
}
