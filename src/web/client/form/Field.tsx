import type { ComponentChildren } from 'preact'
import { messages } from '../messages.ts'
import type { Submission } from './submission.ts'

export type Place = { form: string; path: keyof typeof messages.fields; of: Submission }

/** What ties a control to its label, its hint and its error. */
export function tied({ form, path, of }: Place, hint?: ComponentChildren) {
  const id = `${form}-${path}`
  const wrong = of.errorAt(path) !== undefined
  const described = [wrong && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ')
  return { id, name: path, 'aria-invalid': wrong, 'aria-describedby': described || undefined }
}

export function FieldError({ form, path, of }: Place) {
  const error = of.errorAt(path)
  if (error === undefined) return null
  return (
    <p class="field-error" id={`${form}-${path}-error`}>
      {error}
    </p>
  )
}

/** A label, a control tied to it, a hint and the error. */
export function Field(props: Place & { label?: string; hint?: string; children: ComponentChildren }) {
  const { form, path, of, label = messages.fields[path], hint, children } = props
  return (
    <div class="field">
      <label for={`${form}-${path}`}>{label}</label>
      {children}
      {hint !== undefined && (
        <p class="hint" id={`${form}-${path}-hint`}>
          {hint}
        </p>
      )}
      <FieldError form={form} path={path} of={of} />
    </div>
  )
}
