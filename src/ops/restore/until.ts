import { Instant } from '../../events/calendar.ts'
import { Unusable } from '../unusable.ts'

/** Up to where a ledger is restored: everything, or what had been recorded by a moment, inclusive. */
export type Until = (event: { position: number; recordedAt: string }) => boolean

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/

/** Digits are a position, anything else an instant with Z. Throws `Unusable`. */
export function readUntil(typed: string | undefined): Until {
  if (typed === undefined) return () => true
  if (/^\d{1,15}$/.test(typed)) return ({ position }) => position <= Number(typed)
  const [, second = '', decimals = ''] = INSTANT.exec(typed) ?? []
  const { success, data: instant } = Instant.safeParse(`${second}.${decimals.padEnd(6, '0')}Z`)
  // With all six digits, instants compare as texts.
  if (success && !Number.isNaN(Date.parse(typed))) return ({ recordedAt }) => recordedAt <= instant
  throw new Unusable('--to: expected a position, or an instant such as 2026-11-23T12:00:00Z')
}
