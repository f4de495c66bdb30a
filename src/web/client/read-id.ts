import type { ExpenseId, UserId } from '../../events/ids.ts'
import { isText } from './kept.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

export const isId = (value: unknown): value is string => isText(value) && UUID.test(value)

/** The id that `text` is, if it is one. A batch's is a text. */
export function readId<Id extends UserId | ExpenseId | string>(text: string | undefined): Id | undefined {
  return isId(text) ? (text.toLowerCase() as Id) : undefined
}
