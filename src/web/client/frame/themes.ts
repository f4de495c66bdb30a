import type { Preferences } from '../../api.ts'

export type Theme = Preferences['theme']
export const themes: readonly Theme[] = ['system', 'light', 'dark']

export function next(after: Theme): Theme {
  return themes[(themes.indexOf(after) + 1) % themes.length] ?? 'system'
}
