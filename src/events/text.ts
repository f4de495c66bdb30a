import * as z from 'zod'

export { sameName } from './same-name.ts'

/** No control characters but tab and line ends: nobody writes others, and they are trouble for every terminal. */

const NO_CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/

/** Text as a person wrote it, kept exactly: well-formed, not blank, at most `longest` characters (UTF-16 units). */
export function personText(longest: number) {
  return z
    .string()
    .max(longest, { error: `Expected at most ${longest} characters` })
    .refine((text) => text.trim() !== '', { error: 'Must not be empty', abort: true })
    .refine((text) => text.isWellFormed(), { error: 'Contains half of a character (a lone surrogate)', abort: true })
    .regex(NO_CONTROL, { error: 'Contains control characters' })
}
