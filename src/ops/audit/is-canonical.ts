import { canonical, type Json } from '../../events/log/canonical.ts'
import { isPlainlyCanonical } from './is-plainly-canonical.ts'

/** Whether `text` is RFC 8785 canonical JSON. */
export function isCanonical(text: string): boolean {
  if (isPlainlyCanonical(Buffer.from(text))) return true
  try {
    return canonical(JSON.parse(text) as Json) === text
  } catch {
    // No JSON, a lone surrogate, which has no canonical form, or what is nested deeper than anybody could write.
    return false
  }
}
