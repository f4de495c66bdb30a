import * as z from 'zod'

/** Control characters other than tab and line ends: nothing that a person writes, and trouble for every terminal. */

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Text as a person wrote it, kept exactly: well-formed, not blank, at most `longest` characters (UTF-16 units). */
export function personText(longest: number) {
  return z
    .string()
    .max(longest, { error: `Expected at most ${longest} characters` })
    .refine((text) => text.trim() !== '', { error: 'Must not be empty', abort: true })
    .refine((text) => text.isWellFormed(), { error: 'Contains half of a character (a lone surrogate)', abort: true })
    .refine((text) => !CONTROL.test(text), { error: 'Contains control characters' })
}

/** How two names are compared: composed, trimmed, inner blanks as one, in lower case. */
export function sameName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}
