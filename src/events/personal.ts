import type { EventType } from './event.ts'

/** What stands for the words of somebody who was erased. */
export const ERASED = 'erased'

/**
 * The fields of each event that hold a person's own words. They are sealed under that person's key before they are
 * stored, so that destroying the key forgets them. A field of `changes` is sealed with both its `from` and its `to`.
 */
export const personalFields = {
  UserRegistered: ['name', 'email'],
  UserChanged: ['name', 'email'],
  UserDeleted: [],
  UserRestored: [],
  UserErased: [],
  LedgerShared: [],
  ShareEnded: [],
  CategoryAdded: ['name'],
  CategoryChanged: ['name'],
  CategoryArchived: [],
  CategoryRestored: ['name'],
  ExpenseRecorded: ['description'],
  ExpenseAmended: ['description'],
  ExpenseDeleted: [],
  ExpenseRestored: [],
} as const satisfies Record<EventType, readonly string[]>
