import type { AuditEntry } from '../../api.ts'
import type { EventType } from '../../../events/event.ts'
import type { Currency } from '../../../events/money.ts'
import { toMajor } from '../../../events/units.ts'
import { isCurrency } from '../kept.ts'
import { messages } from '../messages.ts'
import { minorOf } from '../reports/sums.ts'

/** An amount with the currency that it is in. */
export type Sum = { amount: string; currency: Currency }
/** A sentence, in the order of its first four fields; the rest is for the person's own formats. */
export type Deed = {
  who: string
  did: string
  thing: string
  more: string
  facts?: Sum & { date: string; category: string | undefined }
  sums?: { from: Sum; to: Sum }
}

/** What `entry` says, in the words of this page; of a type that only a newer ledger knows, in the ledger's own. */
export function deedOf(entry: AuditEntry): Deed {
  const { actor, type, userId, summary, about, changes } = entry
  if (!isKnown(type)) return { who: '', did: summary, thing: '', more: '' }
  const said = messages.activity.deeds[type]({
    ...{ name: about.name, other: about.with ?? '', changed: fieldsIn(entry) },
    owner: actor?.id === userId ? undefined : about.owner,
    ...{ newName: changes.name?.to, role: changes.role?.to ?? '' },
  })
  const who = actor?.name ?? messages.activity.commandLine
  return { who, more: '', ...said, ...(type === 'ExpenseAmended' ? sumsOf(entry) : factsOf(entry)) }
}

function isKnown(type: string): type is EventType {
  return type in messages.activity.deeds
}

function factsOf({ about: { amount, currency, date, category } }: AuditEntry): Pick<Deed, 'facts'> {
  if (amount === undefined || currency === undefined || date === undefined) return {}
  return { facts: { amount, currency, date, category } }
}

/** What the amount was and what it is, where it or its currency changed. */
function sumsOf({ about: { amount = '', currency }, changes }: AuditEntry): Pick<Deed, 'sums'> {
  const after = changes.currency?.to ?? currency
  if (currency === undefined || !isCurrency(after) || !(changes.amount ?? changes.currency)) return {}
  // Where the currency alone changed, the minor units are the same: 1250 of them are 12.50 EUR, or 1250 JPY.
  const to = changes.amount?.to ?? toMajor(minorOf(amount), after)
  return { sums: { from: { amount, currency }, to: { amount: to, currency: after } } }
}

/** What people know as fields: an expense's amount and its currency are one, and a category is no less one for its id. */
function fieldsIn({ type, changes }: AuditEntry): string[] {
  const fields = Object.keys(changes)
  if (type !== 'ExpenseAmended') return fields
  return [...new Set(fields.map((field) => ({ currency: 'amount', categoryId: 'category' })[field] ?? field))]
}
