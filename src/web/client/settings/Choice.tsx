import type { ComponentChildren } from 'preact'

type Props<T extends string> = {
  id: string
  label: string
  hint?: string | undefined
  value: T
  onChoose: (value: T) => void
  children: ComponentChildren
}

/** A select that counts as soon as something is chosen. */
export function Choice<T extends string>({ id, label, hint, value, onChoose, children }: Props<T>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="form-select"
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}
      >
        {children}
      </select>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
