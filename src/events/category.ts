import * as z from 'zod'
import { changesOf } from './changes.ts'
import { CategoryId, UserId } from './ids.ts'
import { personText } from './text.ts'

/** `#3d9068`, in lower case. */
export const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: 'Expected a colour such as #3d9068' })
  .transform((colour) => colour.toLowerCase())

const categoryFields = { name: personText(100), colour: Colour }
export const CategoryFields = z.strictObject(categoryFields)
export type CategoryFields = z.infer<typeof CategoryFields>

const ids = { categoryId: CategoryId, userId: UserId }
export const CategoryAdded = z.strictObject({ type: z.literal('CategoryAdded'), ...ids, ...categoryFields })
export const CategoryChanged = z.strictObject({
  type: z.literal('CategoryChanged'),
  ...ids,
  changes: changesOf(categoryFields),
})
export const CategoryArchived = z.strictObject({ type: z.literal('CategoryArchived'), ...ids })
/** Added again under its old name: the same category, with the spelling and colour it was asked for now. */
export const CategoryRestored = z.strictObject({
  type: z.literal('CategoryRestored'),
  ...ids,
  changes: changesOf(categoryFields),
})

export const CategoryEvent = z.discriminatedUnion('type', [
  CategoryAdded,
  CategoryChanged,
  CategoryArchived,
  CategoryRestored,
])
export type CategoryEvent = z.infer<typeof CategoryEvent>

export const categoryStream = (id: CategoryId) => `category-${id}` as const
