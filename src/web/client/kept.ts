import type { Currency } from '../../events/money.ts'
import { currencyDecimals } from '../../events/currencies.ts'

// What an address says, or an earlier page left in the browser, is read before the schemas of the API are here
// (agreement.ts). So it is only looked at whether it is of the right shape; tests hold these checks against the schemas.

type Check = (value: unknown) => boolean
/** What each field of a `T` has to pass. */
export type Checks<T> = { readonly [Field in keyof T]-?: Check }

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isNumber: Check = (value) => typeof value === 'number'
export const isSwitch: Check = (value) => typeof value === 'boolean'
export const isCurrency = (value: unknown): value is Currency => isText(value) && currencyDecimals.has(value)
export const isOneOf =
  <T>(words: readonly T[]) =>
  (value: unknown): value is T =>
    words.includes(value as T)
export const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
export const or =
  (nothing: null | undefined, check: Check): Check =>
  (value) =>
    value === nothing || check(value)

export function isShaped<T>(value: unknown, checks: Checks<T>): value is T {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return Object.entries<Check>(checks).every(([field, passes]) => passes(fields[field]))
}

/** What `text`, as it was kept in this browser, says; nothing if that does not fit, as what an older page left may not. */
export function readKept<T>(text: string | null, checks: Checks<T>): T | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return isShaped(kept, checks) ? kept : undefined
  } catch {
    return undefined
  }
}
