import { CalendarDate } from '../../events/calendar.ts'
import { seeded, type Chance } from './chance.ts'
import { abroad, everyday, MONTHLY, rent, type Bought } from './habits.ts'

/** What happened to an expense after it was recorded: a slip put right, or taken back, perhaps in error. */
export type Later = { amended?: { amount?: string; description?: string }; deleted?: boolean; restored?: boolean }
export type Purchase = Bought & { person: number; date: CalendarDate; later: Later }

/** How much of a demo. The same `seed`, numbers and last day make the same people buy the same things. */
export type Size = { seed: number; users: number; expenses: number; until: CalendarDate }

const DAY = 86_400_000
/** However much is asked for, it happens in this many days. */
const [SHORTEST, LONGEST] = [28, 3_650]

/** `expenses` purchases of `users` people, oldest first, one at a time: nothing of them is kept. */
export function* purchases({ seed, users, expenses, until }: Size): Generator<Purchase> {
  const chance = seeded(seed)
  const perMonth = MONTHLY + 1
  const days = Math.round(Math.min(LONGEST, Math.max(SHORTEST, (expenses / users / perMonth) * (365 / 12))))
  const paysRent = (expenses / users / days) * 30 > perMonth / 2
  const rents = Array.from({ length: users }, () => rent(chance))
  let made = 0
  for (let day = 1; day <= days && made < expenses; day++) {
    const at = new Date(Date.parse(until) - (days - day) * DAY)
    const date = CalendarDate.parse(at.toISOString().slice(0, 10))
    if (paysRent && at.getUTCDate() === 1) {
      const due = rents.slice(0, expenses - made)
      made += due.length
      for (const [person, bought] of due.entries()) yield { ...bought, person, date, later: {} }
    }
    const soFar = Math.round((expenses * day) / days)
    for (; made < soFar; made++) {
      const bought = at.getUTCMonth() === 7 && chance() < 0.1 ? abroad(chance) : everyday(chance)
      yield { ...withFate(bought, chance), person: Math.floor(chance() * users), date }
    }
  }
}

/** One in ten does not stay as it was first recorded. */
function withFate(bought: Bought, chance: Chance): Bought & { later: Later } {
  const { description, amount } = bought
  const fate = chance()
  if (fate < 0.015) {
    return { ...bought, description: `Refund: ${description.toLowerCase()}`, amount: `-${amount}`, later: {} }
  }
  return { ...bought, later: laterOf(fate, description, amount) }
}

function laterOf(fate: number, description: string, amount: string): Later {
  const [whole = '', fraction] = amount.split('.')
  if (fate < 0.06) return { amended: { amount: [`${Number(whole) + 9}`, ...(fraction ? [fraction] : [])].join('.') } }
  if (fate < 0.08) return { amended: { description: `${description} (shared)` } }
  if (fate < 0.1) return { deleted: true }
  return fate < 0.11 ? { deleted: true, restored: true } : {}
}
