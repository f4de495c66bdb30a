import { filled, sayings, type ImportSaying } from '../../api/import-sayings.ts'

/** What is said, by its code and what it is about, for whoever has words of their own; and in ours. */
export type Said = { code: ImportSaying; values: Record<string, string>; message: string }

export function say(code: ImportSaying, values: Record<string, string | number> = {}): Said {
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  return { code, values: texts, message: filled(sayings[code], texts) }
}
