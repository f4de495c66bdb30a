import { effect, signal } from '@preact/signals'
import { themes, type Theme } from './themes.ts'

const STORED = 'theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(dark.matches)
dark.addEventListener('change', ({ matches }) => (systemIsDark.value = matches))

/**
 * What was chosen; `system` follows the system as it changes. It is a preference, and kept in this browser too: public/theme.js
 * applies it before the first paint.
 */
export const theme = signal<Theme>(themes.find((known) => known === localStorage.getItem(STORED)) ?? 'system')

effect(() => {
  const now = theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value
  document.documentElement.dataset.bsTheme = now
})

export function choose(chosen: Theme) {
  theme.value = chosen
  localStorage.setItem(STORED, chosen)
}
