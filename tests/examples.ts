import { CalendarDate, Instant } from '../src/events/calendar.ts'
import type { EventType, LedgerEvent, Metadata } from '../src/events/event.ts'
import { CategoryId, ExpenseId, UserId } from '../src/events/ids.ts'
import { Currency, toMinor, type Minor } from '../src/events/money.ts'

// The people and things that tests speak of, and what happened to them. Time is a constant.

export type Of<T extends EventType> = Extract<LedgerEvent, { type: T }>

export const ana = UserId.parse('01970000-0000-7000-8000-00000000000a')
export const ben = UserId.parse('01970000-0000-7000-8000-00000000000b')
export const food = CategoryId.parse('01970000-0000-7000-8000-00000000f00d')
export const travel = CategoryId.parse('01970000-0000-7000-8000-0000000074a1')
export const lunch = ExpenseId.parse('01970000-0000-7000-8000-0000000010ca')
export const dinner = ExpenseId.parse('01970000-0000-7000-8000-0000000d1ee4')

export const [EUR, USD, JPY, KWD] = [currency('EUR'), currency('USD'), currency('JPY'), currency('KWD')]
export const monday = CalendarDate.parse('2026-11-23')
export const tuesday = CalendarDate.parse('2026-11-24')
export const noon = Instant.parse('2026-11-23T12:00:00.000000Z')
export const metadata: Metadata = { correlationId: 'a request', origin: 'web' }

/** `eur('12.50')`: 1250 cents. */
export const eur = (major: string): Minor => toMinor(major, EUR)

export const anaFields = { name: 'Ana Prüfer', email: 'ana@example.org', role: 'admin', currency: EUR } as const
export const benFields = { name: 'Ben Okafor', email: 'ben@example.org', role: 'member', currency: EUR } as const
export const foodFields = { name: 'Food', colour: '#3d9068' } as const
export const lunchFacts = { categoryId: food, date: monday, amount: eur('12.50'), currency: EUR } as const
export const lunchFields = { ...lunchFacts, description: 'Lunch at the harbour' } as const

export const anaRegistered: Of<'UserRegistered'> = { type: 'UserRegistered', userId: ana, ...anaFields }
export const benRegistered: Of<'UserRegistered'> = { type: 'UserRegistered', userId: ben, ...benFields }
export const anaChanged: Of<'UserChanged'> = {
  type: 'UserChanged',
  userId: ana,
  changes: {
    name: { from: 'Ana Prüfer', to: 'Ana Lindqvist' },
    email: { from: 'ana@example.org', to: 'lindqvist@example.org' },
    currency: { from: EUR, to: USD },
  },
}
export const anaDeleted: Of<'UserDeleted'> = { type: 'UserDeleted', userId: ana }
export const anaRestored: Of<'UserRestored'> = { type: 'UserRestored', userId: ana }
export const anaShared: Of<'LedgerShared'> = { type: 'LedgerShared', userId: ana, with: ben, role: 'viewer' }
export const anaUnshared: Of<'ShareEnded'> = { type: 'ShareEnded', userId: ana, with: ben }
export const anaErased: Of<'UserErased'> = { type: 'UserErased', userId: ana }
export const benDeleted: Of<'UserDeleted'> = { type: 'UserDeleted', userId: ben }

const aboutFood = { categoryId: food, userId: ana } as const
export const foodAdded: Of<'CategoryAdded'> = { type: 'CategoryAdded', ...aboutFood, ...foodFields }
export const travelAdded: Of<'CategoryAdded'> = {
  type: 'CategoryAdded',
  categoryId: travel,
  userId: ana,
  name: 'Travel',
  colour: '#3b7dd8',
}
export const foodChanged: Of<'CategoryChanged'> = {
  type: 'CategoryChanged',
  ...aboutFood,
  changes: { name: { from: 'Food', to: 'Groceries' }, colour: { from: '#3d9068', to: '#c94f6d' } },
}
export const foodArchived: Of<'CategoryArchived'> = { type: 'CategoryArchived', ...aboutFood }
export const foodRestored: Of<'CategoryRestored'> = {
  type: 'CategoryRestored',
  ...aboutFood,
  changes: { name: { from: 'Food', to: 'FOOD' } },
}

const aboutLunch = { expenseId: lunch, userId: ana } as const
export const lunchRecorded: Of<'ExpenseRecorded'> = { type: 'ExpenseRecorded', ...aboutLunch, ...lunchFields }
export const lunchAmended: Of<'ExpenseAmended'> = {
  type: 'ExpenseAmended',
  ...aboutLunch,
  changes: {
    amount: { from: eur('12.50'), to: eur('9.90') },
    description: { from: 'Lunch at the harbour', to: 'Lunch by the sea' },
  },
  facts: lunchFacts,
}
export const lunchDeleted: Of<'ExpenseDeleted'> = { type: 'ExpenseDeleted', ...aboutLunch, facts: lunchFacts }
export const lunchRestored: Of<'ExpenseRestored'> = { type: 'ExpenseRestored', ...aboutLunch, facts: lunchFacts }

/** One of each type that there is. */
export const oneOfEach = {
  UserRegistered: anaRegistered,
  UserChanged: anaChanged,
  UserDeleted: anaDeleted,
  UserRestored: anaRestored,
  UserErased: anaErased,
  LedgerShared: anaShared,
  ShareEnded: anaUnshared,
  CategoryAdded: foodAdded,
  CategoryChanged: foodChanged,
  CategoryArchived: foodArchived,
  CategoryRestored: foodRestored,
  ExpenseRecorded: lunchRecorded,
  ExpenseAmended: lunchAmended,
  ExpenseDeleted: lunchDeleted,
  ExpenseRestored: lunchRestored,
} satisfies { [T in EventType]: Of<T> }

function currency(code: string): Currency {
  return Currency.parse(code)
}
