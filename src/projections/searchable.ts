/** Text as it is searched: composed and in lower case, so that any spelling of the same letters matches. */
export function searchable(text: string): string {
  // Lower case has two forms of sigma, and which one a capital becomes depends on the letters around it.
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ')
}

/** For `like … escape '!'`: whatever contains `text`, to the letter. */
export function containing(text: string): string {
  return `%${searchable(text).replace(/[!%_]/g, '!$&')}%`
}
