import { categoryStream } from '../../../events/category.ts'
import type { LedgerEvent, Recorded, Stream } from '../../../events/event.ts'
import type { ExpenseFacts } from '../../../events/expense.ts'
import { toMajor } from '../../../events/money.ts'
import { userStream } from '../../../events/user.ts'
import type { AuditEntry } from '../../api.ts'
import type { Names } from './names.ts'
import { short } from './words.ts'

/** What a summary is made of, for whoever says it in another language or with other formats. */
export function aboutOf({ event, stream, position }: Recorded, { then }: Names): AuditEntry['about'] {
  const nameOf = (about: Stream) => then(about, position)
  const facts = factsIn(event)
  return {
    name: short(nameOf(stream)),
    owner: nameOf(userStream(event.userId)),
    ...(facts && { amount: toMajor(facts.amount, facts.currency), currency: facts.currency, date: facts.date }),
    ...(event.type === 'ExpenseRecorded' && { category: nameOf(categoryStream(event.categoryId)) }),
    ...('with' in event && { with: nameOf(userStream(event.with)) }),
  }
}

/** What an expense was before `event`, or by it if that recorded it. */
function factsIn(event: LedgerEvent): ExpenseFacts | undefined {
  if (event.type === 'ExpenseRecorded') return event
  return 'facts' in event ? event.facts : undefined
}
