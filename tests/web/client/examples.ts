import { Category, Expense, User } from '../../../src/web/api.ts'
import { ana, anaFields, ben, EUR, food, lunch, monday, noon, travel } from '../../examples.ts'

// What the server answers about the people and things that tests speak of.

export const anaUser: User = User.parse({
  id: ana,
  ...anaFields,
  version: 1,
  recordedAt: noon,
  changedAt: noon,
  deleted: false,
})
export const benUser: User = { ...anaUser, id: ben, name: 'Ben Okafor', email: 'ben@example.org', role: 'member' }
export const groceries: Category = Category.parse({
  id: food,
  userId: ana,
  name: 'Groceries',
  colour: '#3d9068',
  archived: false,
  version: 1,
})
export const travels: Category = { ...groceries, id: travel, name: 'Travel and trips', colour: '#3b7dd8' }
/** The browser's storage, as far as it is needed. */
export const storageOf = (kept: Map<string, string>) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
})
export const coffee: Expense = Expense.parse({
  id: lunch,
  userId: ana,
  categoryId: food,
  category: 'Groceries',
  description: 'Coffee beans',
  date: monday,
  amount: '16.50',
  currency: EUR,
  version: 1,
  recordedAt: noon,
  changedAt: noon,
  changedBy: { id: ana, name: 'Ana Prüfer' },
  deleted: false,
})
