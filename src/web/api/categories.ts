import * as z from 'zod'
import { Colour } from '../../events/category.ts'
import { CategoryId, UserId } from '../../events/ids.ts'
import { AsOf } from './as-of.ts'
import { listOf, Name, page } from './words.ts'

export const NewCategory = z.strictObject({ name: Name, colour: Colour.optional(), userId: UserId.optional() })
export const CategoryChange = z.strictObject({ name: Name.optional(), colour: Colour.optional() })

export const Category = z.strictObject({
  id: CategoryId,
  userId: UserId,
  name: z.string(),
  colour: Colour,
  archived: z.boolean(),
  version: z.int(),
})
export type Category = z.infer<typeof Category>

export const ForUser = z.strictObject({ user: UserId.optional() })
export const CategoryQuery = z.strictObject({ user: UserId.optional(), asOf: AsOf.optional(), ...page })
export const CategoryList = listOf(Category)
