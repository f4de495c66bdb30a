/** Languages and regions that are offered: what people of many places are used to, each under its own name. */
const offered = [
  ...['ar-EG', 'cs-CZ', 'da-DK', 'de-AT', 'de-CH', 'de-DE', 'el-GR', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN'],
  ...['en-US', 'en-ZA', 'es-ES', 'es-MX', 'et-EE', 'fi-FI', 'fr-BE', 'fr-CA', 'fr-CH', 'fr-FR', 'he-IL', 'hi-IN'],
  ...['hr-HR', 'hu-HU', 'it-CH', 'it-IT', 'ja-JP', 'ko-KR', 'lt-LT', 'lv-LV', 'nb-NO', 'nl-BE', 'nl-NL', 'pl-PL'],
  ...['pt-BR', 'pt-PT', 'ro-RO', 'sk-SK', 'sl-SI', 'sv-SE', 'tr-TR', 'uk-UA', 'vi-VN', 'zh-CN', 'zh-TW'],
]

/** Those on offer by name, and `chosen` if it is none of them: it may have been chosen elsewhere. */
export function localesWith(chosen: string | null): { tag: string; name: string }[] {
  const tags = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen]
  return tags.map((tag) => ({ tag, name: nameOf(tag) })).sort((one, other) => one.name.localeCompare(other.name))
}

/** `Deutsch (Schweiz)` */
export function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
