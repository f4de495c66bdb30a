/** What of a keyboard event matters; the target as the browser gives it. */
export type KeyPress = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  defaultPrevented: boolean
  target: unknown
}
export type Shortcut = 'add' | 'search'

const shortcuts: Record<string, Shortcut> = { n: 'add', '+': 'add', '/': 'search' }

/** The shortcut that `press` means. None while something is being typed, or with a modifier: those are the browser's. */
export function shortcutOf(press: KeyPress): Shortcut | undefined {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || isTyped(press.target))
    return undefined
  return Object.hasOwn(shortcuts, press.key) ? shortcuts[press.key] : undefined
}

function isTyped(target: unknown): boolean {
  const { tagName = '', isContentEditable = false } = (target ?? {}) as {
    tagName?: string
    isContentEditable?: boolean
  }
  return isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName)
}
