import { messages } from '../messages.ts'
import type { KeyPress, Shortcut } from '../frame/keys.ts'

export type ListAction = keyof typeof messages.listKeys

const key = (action: ListAction, ...keys: string[]) => ({ action, keys, words: messages.listKeys[action] })

/** What keys do in the list of expenses, in the row that they have walked to or to what is chosen. */
export const listKeys: readonly Omit<Shortcut<ListAction>, 'where'>[] = [
  key('next', 'j', 'ArrowDown'),
  key('previous', 'k', 'ArrowUp'),
  key('first', 'Home'),
  key('last', 'End'),
  key('choose', 'x', 'Space'),
  key('chooseRange', 'Shift+Space'),
  key('open', 'Enter'),
  key('edit', 'e'),
  key('category', 'c'),
  key('date', 't'),
  key('remove', '#', 'Delete'),
  key('clear', 'Escape'),
  key('history', 'h'),
]

const actions = new Map(listKeys.flatMap(({ action, keys }) => keys.map((name) => [name, action] as const)))

/** What of a keyboard event matters here. */
type Press = Pick<KeyPress, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { shiftKey: boolean }

/** What `press` means in the list. Without `letters`, a key that writes something means nothing alone. */
export function listActionOf(press: Press, letters: boolean): ListAction | undefined {
  const name = nameOf(press)
  return letters || name.length > 1 ? actions.get(name) : undefined
}

/** The key as the table calls it. A sign such as # may need Shift to be typed: that goes without saying. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  if (altKey) return ''
  const name = key === ' ' ? 'Space' : key
  if (ctrlKey || metaKey) return shiftKey ? '' : `Mod+${name}`
  return shiftKey && name.length > 1 ? `Shift+${name}` : name
}
