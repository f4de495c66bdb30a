import type { AuditEntry } from '../../api.ts'
import { Currency } from '../../../events/money.ts'
import { messages } from '../messages.ts'

/** An amount with the currency that it is in. */
export type Sum = { amount: string; currency: Currency }
/** What a summary says, taken apart: `did` and `thing` are a sentence about `who`, the rest is for the person's own formats. */
export type Deed = {
  who: string
  did: string
  thing: string
  facts?: Sum & { date: string; category: string | undefined }
  sums?: { from: Sum; to: Sum }
}

const CHANGED = /^changed the (?<field>.+?) of (?<thing>.+?(?:”|profile)) (?=from|to)(?<rest>.*)$/su
const SUMS = /^from (?<before>-?[\d.]+) (?<was>[A-Z]{3}) to (?<after>-?[\d.]+) (?<is>[A-Z]{3})/u
const FACTS =
  /^(?<did>\w+) (?<thing>.+”): (?<amount>-?[\d.]+) (?<currency>[A-Z]{3}) on (?<date>[\d-]+)(?: in “(?<category>.*)”)?$/su

/**
 * The summary of `entry`, taken apart. What it says of amounts, dates and fields is in the entry as well, or in `facts` and `sums`;
 * where it is worded otherwise, all of it is `did`.
 */
export function deedOf({ actor, summary, changes }: Pick<AuditEntry, 'actor' | 'summary' | 'changes'>): Deed {
  const who = actor?.name ?? messages.activity.commandLine
  if (!summary.startsWith(`${who} `)) return { who: '', did: summary, thing: '' }
  const rest = summary.slice(who.length + 1)
  return { who, ...(changeIn(rest, fieldCount(changes)) ?? factsIn(rest) ?? { did: rest, thing: '' }) }
}

function changeIn(text: string, count: number): Omit<Deed, 'who'> | undefined {
  const { field = '', thing = '', rest = '' } = CHANGED.exec(text)?.groups ?? {}
  if (thing === '') return undefined
  const words = messages.activity
  const did = count > 1 ? words.changedFields(count) : words.changedField(field)
  const { before, was, after, is } = SUMS.exec(rest)?.groups ?? {}
  const from = sumOf(before, was)
  const to = sumOf(after, is)
  return { did, thing, ...(from && to && { sums: { from, to } }) }
}

function factsIn(text: string): Omit<Deed, 'who'> | undefined {
  const { did = '', thing = '', amount, currency, date = '', category } = FACTS.exec(text)?.groups ?? {}
  const sum = sumOf(amount, currency)
  return sum && { did, thing, facts: { ...sum, date, category } }
}

function sumOf(amount: string | undefined, code: string | undefined): Sum | undefined {
  const currency = Currency.safeParse(code)
  return amount !== undefined && currency.success ? { amount, currency: currency.data } : undefined
}

/** An amount and its currency are one thing that was changed, and a category is no less one for its id. */
function fieldCount(changes: AuditEntry['changes']): number {
  return new Set(Object.keys(changes).map((field) => ({ currency: 'amount', categoryId: 'category' })[field] ?? field))
    .size
}
