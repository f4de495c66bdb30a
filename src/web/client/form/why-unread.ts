import { messages } from '../messages.ts'
import { Refused, Unreachable } from '../refused.ts'
import { errorsOf } from './submission.ts'

/** In words for the person: why something that was to be shown could not be read. Nothing was to be saved. */
export function whyUnread(error: unknown): string {
  const words = messages.errors.unread
  if (error instanceof Unreachable) return words.unreachable
  if (!(error instanceof Refused)) return words.unexpected
  if (error.problem.type.endsWith(':not-signed-in')) return words.signedOut
  const { status, requestId } = error.problem
  if (status < 500) return errorsOf(error)[0]?.message ?? ''
  return words.failed(status, requestId)
}
