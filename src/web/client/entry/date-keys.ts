import type { KeyPress } from '../frame/keys.ts'
import { daysAfter } from '../scope/calendar-days.ts'

type Press = Pick<KeyPress, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The day that a key means in a date box that holds `date`: t today, y yesterday, + and - the next and the one before. */
export function dayOfKey({ key, ctrlKey, metaKey, altKey }: Press, date: string, today: string): string | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const from = date || today
  return { t: today, y: daysAfter(today, -1), '+': daysAfter(from, 1), '-': daysAfter(from, -1) }[key]
}
