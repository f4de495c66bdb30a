import type { Preferences } from '../../api.ts'
import { themes } from '../frame/themes.ts'
import { isCurrency, isListOf, isNumber, isOneOf, isShaped, isSwitch, isText, or, type Checks } from '../kept.ts'
import { dateStyles } from './date-styles.ts'

/** What the server, too, takes for chosen where nobody has chosen anything. */
export const defaults: Preferences = {
  locale: null,
  firstDayOfWeek: null,
  dateStyle: 'words',
  theme: 'system',
  defaultCurrency: null,
  letterKeys: true,
  savedFilters: [],
  importMappings: [],
}

const isNamed = (value: unknown) => isShaped<{ name: string }>(value, { name: isText })

/** What preferences that were kept in this browser have to pass. */
export const preferencesChecks: Checks<Preferences> = {
  locale: or(null, isText),
  firstDayOfWeek: or(null, isNumber),
  dateStyle: isOneOf(Object.keys(dateStyles)),
  theme: isOneOf(themes),
  defaultCurrency: or(null, isCurrency),
  letterKeys: isSwitch,
  savedFilters: isListOf(isNamed),
  importMappings: isListOf(isNamed),
}

/** What has to be passed by some of them that were chosen and have not been sent yet. */
export const preferencesParts = Object.fromEntries(
  Object.entries(preferencesChecks).map(([field, passes]) => [field, or(undefined, passes)]),
) as Checks<Partial<Preferences>>
