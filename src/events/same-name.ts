/** How two names are compared: composed, trimmed, inner blanks as one, in lower case. */
export function sameName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}
