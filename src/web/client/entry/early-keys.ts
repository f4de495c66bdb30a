import type { Entry } from './entry.ts'

type Modifier = 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'
/** What of a keyboard event matters. */
type Press = { key: string; isComposing: boolean } & { [M in Modifier]: boolean }

/** The fields that Tab walks through, as the draft and as the form call them. */
const fields = [
  { of: 'amount', id: 'entry-amount' },
  { of: 'categoryText', id: 'entry-category' },
  { of: 'description', id: 'entry-description' },
] as const

export type EarlyKeys = ReturnType<typeof openEarlyKeys>

/** Types into a new expense whose form is still being fetched, so that nobody has to wait for it. */
export function openEarlyKeys(entry: Pick<Entry, 'draft' | 'update' | 'putAside'>) {
  let at = 0
  const here = () => fields[at] ?? fields[0]

  return {
    /** Whether `press` was meant for the form. */
    take({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing }: Press): boolean {
      const draft = entry.draft.value
      if (!draft || draft.seen || ctrlKey || metaKey || altKey || isComposing) return false
      const { of } = here()
      if (key === 'Tab') at = Math.max(0, Math.min(fields.length - 1, at + (shiftKey ? -1 : 1)))
      else if (key === 'Backspace') entry.update({ [of]: draft[of].slice(0, -1) })
      else if ([...key].length === 1) entry.update({ [of]: draft[of] + key })
      else if (key === 'Escape') entry.putAside()
      return ['Tab', 'Backspace', 'Escape', 'Enter'].includes(key) || [...key].length === 1
    },
    /** The field in which to go on, now that the form is there. */
    takeOver(): string {
      const { id } = here()
      at = 0
      return id
    },
  }
}
