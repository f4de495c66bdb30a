import * as z from 'zod'
import {
  Category,
  CategoryList,
  Demo,
  Expense,
  ExpenseList,
  Totals,
  User,
  UserList,
  type CategoryChange,
  type ExpenseChange,
  type ExpenseQuery,
  type NewCategory,
  type NewExpense,
  type NewUser,
  type SignIn,
  type UserChange,
} from '../api.ts'
import type { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import type { Calls } from './call.ts'

/** What is changed, as it was when it was looked at: a change of anything newer is refused. */
type Seen<Id> = { id: Id; version: number }
const Nothing = z.undefined()

export type Server = ReturnType<typeof openServer>

/** Everything the page asks of the server; every answer is parsed. */
export function openServer({ read, command }: Pick<Calls, 'read' | 'command'>) {
  return {
    whoAmI: () => read('/api/session', User),
    signIn: (body: z.input<typeof SignIn>) => command('POST', '/api/session', User, { body, keyed: false }),
    signOut: () => command('DELETE', '/api/session', Nothing, { keyed: false }),
    registerFirst: (body: z.input<typeof NewUser>) => command('POST', '/api/users', User, { body, keyed: false }),

    users: (deleted: boolean) =>
      everyPage((page) => read('/api/users', UserList, deleted ? { ...page, deleted: 'true' } : page)),
    totals: (id: UserId) => read(`/api/users/${id}/totals`, Totals),
    addUser: (body: z.input<typeof NewUser>) => command('POST', '/api/users', User, { body }),
    changeUser: ({ id, version }: Seen<UserId>, body: z.input<typeof UserChange>) =>
      command('PATCH', `/api/users/${id}`, User, { version, body }),
    deleteUser: ({ id, version }: Seen<UserId>) => command('DELETE', `/api/users/${id}`, User, { version }),
    restoreUser: ({ id, version }: Seen<UserId>) => command('POST', `/api/users/${id}/restore`, User, { version }),

    categories: (user: UserId) => everyPage((page) => read('/api/categories', CategoryList, { ...page, user })),
    addCategory: (body: z.input<typeof NewCategory>) => command('POST', '/api/categories', Category, { body }),
    changeCategory: ({ id, version }: Seen<CategoryId>, body: z.input<typeof CategoryChange>) =>
      command('PATCH', `/api/categories/${id}`, Category, { version, body }),
    archiveCategory: ({ id, version }: Seen<CategoryId>) =>
      command('DELETE', `/api/categories/${id}`, Category, { version }),

    expenses: (query: ExpenseQuery, abort?: AbortSignal) => read('/api/expenses', ExpenseList, query, abort),
    expense: (id: ExpenseId) => read(`/api/expenses/${id}`, Expense),
    addExpense: (body: z.input<typeof NewExpense>) => command('POST', '/api/expenses', Expense, { body }),
    changeExpense: ({ id, version }: Seen<ExpenseId>, body: z.input<typeof ExpenseChange>) =>
      command('PATCH', `/api/expenses/${id}`, Expense, { version, body }),
    deleteExpense: ({ id, version }: Seen<ExpenseId>) => command('DELETE', `/api/expenses/${id}`, Expense, { version }),
    addSampleData: () => command('POST', '/api/demo', Demo),
    restoreExpense: ({ id, version }: Seen<ExpenseId>) =>
      command('POST', `/api/expenses/${id}/restore`, Expense, { version }),
  }
}

type Page<T> = { items: T[]; next: string | null }

async function everyPage<T>(read: (page: { limit: string; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await read(cursor === null ? { limit: '200' } : { limit: '200', cursor })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return items
}
