import type { LedgerEvent } from '../../../src/events/event.ts'
import type { Append, Claim, Guard } from '../../../src/events/log/append.ts'
import type { Command } from './history.ts'
import { printOfContent } from './prints.ts'

/** An append as a journal keeps it, in JSON: bytes as hex, `Infinity` as null. */
export type WrittenAppend = Omit<Append, 'guards' | 'remember'> & {
  guards: readonly (Omit<Guard, 'seenAt'> & { seenAt: number | null })[]
  remember?: Omit<NonNullable<Append['remember']>, 'request'> & { request: string }
}

export function writeAppend({ remember, ...append }: Append): object {
  return { ...append, ...(remember && { remember: { ...remember, request: remember.request.toString('hex') } }) }
}

/** The same append, to be sent once more. */
export function readAppend({ remember, guards, ...append }: WrittenAppend): Append {
  return {
    ...append,
    guards: guards.map((guard) => ({ ...guard, seenAt: guard.seenAt ?? Infinity }) as Guard),
    ...(remember && { remember: { ...remember, request: Buffer.from(remember.request, 'hex') } }),
  }
}

/** What the checker needs to know of it. */
export function toCommand({ commandId, events, guards, metadata, take, release, remember }: WrittenAppend): Command {
  return {
    id: commandId,
    events: events.map((event) => ({
      stream: streamOf(event),
      content: printOfContent(event, metadata),
      amount: amountIn(event as { amount?: number; changes?: { amount?: { to: number } } }),
    })),
    guards: guards.map((guard) => toGuard(guard as Guard)),
    take: (take ?? []).map((taken) => ({ claim: nameOfClaim(taken.claim), stream: taken.stream })),
    release: (release ?? []).map(nameOfClaim),
    key: remember ? nameOfKey(remember.userId, remember.key) : null,
  }
}

export const nameOfClaim = ({ kind, value }: Claim) => `${kind} ${value}`
export const nameOfKey = (userId: string, key: string) => `${userId} ${key}`

/** The amount that an expense has after an event with these fields. */
export function amountIn(fields: { amount?: number; changes?: { amount?: { to: number } } }): number | null {
  return fields.amount ?? fields.changes?.amount?.to ?? null
}

function toGuard(guard: Guard): Command['guards'][number] {
  if ('stream' in guard) return { stream: guard.stream, version: guard.version }
  if ('claim' in guard) return { claim: nameOfClaim(guard.claim), holder: guard.holder }
  return { others: nameOfClaim(guard.others) }
}

function streamOf(event: LedgerEvent): string {
  if ('expenseId' in event) return `expense-${event.expenseId}`
  return 'categoryId' in event ? `category-${event.categoryId}` : `user-${event.userId}`
}
