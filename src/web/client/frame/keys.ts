import { signal } from '@preact/signals'
import { messages } from '../messages.ts'

/** Whether keys without Ctrl or Cmd are shortcuts: a preference. */
export const keysOn = signal(true)

/**
 * What any one of `keys` does: `n`; `g o`, which is one key after the other; or `Mod+k`, where Mod is Ctrl, and Cmd on a Mac.
 * `figures` are the pages that show a period.
 */
export type Shortcut<Action extends string> = {
  action: Action
  keys: readonly string[]
  words: string
  where: 'anywhere' | 'figures'
}
export type PageAction = 'palette' | 'shortcuts' | 'search' | 'add' | 'undo' | GoAction | PeriodAction
type GoAction = 'goOverview' | 'goExpenses' | 'goReports' | 'goActivity'
type PeriodAction = 'previousPeriod' | 'nextPeriod'

const words = messages.keys
const [anywhere, figures] = ['anywhere', 'figures'] as const

/** Every key that the page itself knows; those of the list are in expenses/list-keys.ts. */
export const pageKeys: readonly Shortcut<PageAction>[] = [
  { action: 'palette', keys: ['Mod+k'], words: words.palette, where: anywhere },
  { action: 'add', keys: ['n', '+'], words: words.add, where: anywhere },
  { action: 'undo', keys: ['u', 'Mod+z'], words: words.undo, where: anywhere },
  { action: 'search', keys: ['/'], words: words.search, where: anywhere },
  { action: 'goOverview', keys: ['g o'], words: words.goTo(messages.overview.title), where: anywhere },
  { action: 'goExpenses', keys: ['g e'], words: words.goTo(messages.expenses.title), where: anywhere },
  { action: 'goReports', keys: ['g r'], words: words.goTo(messages.reports.title), where: anywhere },
  { action: 'goActivity', keys: ['g a'], words: words.goTo(messages.activity.title), where: anywhere },
  { action: 'shortcuts', keys: ['?'], words: words.shortcuts, where: anywhere },
  { action: 'previousPeriod', keys: ['['], words: messages.period.previous, where: figures },
  { action: 'nextPeriod', keys: [']'], words: messages.period.next, where: figures },
]

/** What of a keyboard event matters; the target as the browser gives it. */
export type KeyPress = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  defaultPrevented: boolean
  target: unknown
}

/** Milliseconds within which the second key of two follows the first. */
export const TOGETHER = 1_500

/** Reads one press after the other, and says what they mean in `table`. `now` is in milliseconds. */
export function openKeyReader<Action extends string>(table: readonly Shortcut<Action>[], now: () => number) {
  let begun: { key: string; at: number } | undefined

  return (press: KeyPress): Action | undefined => {
    const key = keyOf(press)
    if (key === undefined) return undefined
    const follows = begun !== undefined && now() - begun.at < TOGETHER
    const typed = follows ? `${begun?.key} ${key}` : key
    const isBeginning = table.some(({ keys }) => keys.some((known) => known.startsWith(`${typed} `)))
    begun = isBeginning ? { key: typed, at: now() } : undefined
    return table.find(({ keys }) => keys.includes(typed))?.action
  }
}

/**
 * The key as the table calls it. None while something is being typed, or with a modifier: those are the browser's, as is what
 * undoes or redoes there.
 */
function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target }: KeyPress): string | undefined {
  if (defaultPrevented || altKey || key.length !== 1) return undefined
  const isText = isTyped(target)
  if (ctrlKey || metaKey) return modified(key.toLowerCase(), shiftKey, isText)
  return keysOn.value && !isText ? key : undefined
}

function modified(key: string, isShifted: boolean, isText: boolean): string | undefined {
  return key === 'z' && (isShifted || isText) ? undefined : `Mod+${key}`
}

type Target = { tagName: string; type: string; isContentEditable: boolean }
const untyped = ['checkbox', 'radio', 'button', 'submit', 'range', 'color']

/** Whether keys that are pressed in `target` are text. */
export function isTyped(target: unknown): boolean {
  const { tagName = '', type = '', isContentEditable = false } = (target ?? {}) as Partial<Target>
  if (tagName === 'INPUT') return !untyped.includes(type)
  return isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT'
}
