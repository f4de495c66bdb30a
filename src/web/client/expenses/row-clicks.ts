import type { InlineField } from './inline/inline-edit.ts'

/** Milliseconds within which a second click makes a double click. */
const TWICE = 250

let waiting: ReturnType<typeof setTimeout> | undefined

/** Runs `once` unless a second click follows; the keyboard clicks but once. */
export function clicked(event: MouseEvent, once: () => void) {
  clearTimeout(waiting)
  if (event.detail === 0) once()
  else if (event.detail === 1) waiting = setTimeout(once, TWICE)
}

export function doubleClicked(twice: () => void) {
  clearTimeout(waiting)
  twice()
}

/** Whether a click on `target` is about the row, not about a control in it. */
export function isOnRow(target: EventTarget | null): boolean {
  const control = (target as Element).closest('button, input, label, a, .menu')
  return control === null || control.classList.contains('row-open')
}

const fields = ['date', 'description', 'category', 'amount'] as const satisfies InlineField[]

/** The field that stands where `target` is. */
export function fieldAt(target: EventTarget | null): InlineField {
  const name = (target as Element).closest<HTMLElement>('[data-field]')?.dataset.field
  return fields.find((field) => field === name) ?? 'description'
}
