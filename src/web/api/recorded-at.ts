import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'

const wanted = 'Expected an instant in UTC such as 2026-11-23T09:12:00Z, with six decimals at most'

/** When something was recorded: decimals that are zero may be left out. */
export const RecordedAt = z.iso
  .datetime({ error: wanted, abort: true })
  .regex(/^[1-9].*:\d\d(\.\d{1,6})?Z$/, { error: wanted })
  .transform((text) => Instant.parse(`${text.slice(0, 19)}.${text.slice(20, -1).padEnd(6, '0')}Z`))

type Span = { from?: Instant | undefined; to?: Instant | undefined }

/** A span of which both ends are named ends where it begins, or later. */
export const inOrder = ({ from, to }: Span) => from === undefined || to === undefined || from <= to
export const outOfOrder = { error: 'Expected an instant that is not before from', path: ['to'] }
