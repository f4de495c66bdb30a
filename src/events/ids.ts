import * as z from 'zod'

export { newId } from './new-id.ts'

const Uuid = z.uuid({ error: 'Expected a UUID' }).transform((id) => id.toLowerCase())

export const UserId = Uuid.brand<'UserId'>()
export const CategoryId = Uuid.brand<'CategoryId'>()
export const ExpenseId = Uuid.brand<'ExpenseId'>()
export type UserId = z.infer<typeof UserId>
export type CategoryId = z.infer<typeof CategoryId>
export type ExpenseId = z.infer<typeof ExpenseId>
