import { effect, signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

const STORED = 'theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(dark.matches)
dark.addEventListener('change', ({ matches }) => (systemIsDark.value = matches))

/** What was chosen; `system` follows the system as it changes. public/theme.js applies it before the first paint. */
export const theme = signal<Theme>(themes.find((known) => known === localStorage.getItem(STORED)) ?? 'system')

effect(() => {
  const now = theme.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme.value
  document.documentElement.dataset.bsTheme = now
})

export function choose(chosen: Theme) {
  theme.value = chosen
  localStorage.setItem(STORED, chosen)
}

export function next(after: Theme): Theme {
  return themes[(themes.indexOf(after) + 1) % themes.length] ?? 'system'
}
