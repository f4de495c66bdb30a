const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)
/** Keys whose names are not what is printed on them. */
const printed: Record<string, string> = {
  ...{ ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' },
  ...{ Escape: 'Esc', Delete: 'Del', Shift: '⇧' },
}

/** What is pressed for `keys`, one after the other, each with what is held down meanwhile: `Mod+k` is Ctrl and K at once. */
export function pressesOf(keys: string, mac = isMac()): string[][] {
  return keys.split(' ').map((press) => {
    const [held, key] = press.length > 1 ? press.split('+') : [press]
    if (held === undefined || key === undefined) return [printed[press] ?? press]
    const letter = key.length === 1 ? key.toUpperCase() : (printed[key] ?? key)
    return [held === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (printed[held] ?? held), letter]
  })
}
