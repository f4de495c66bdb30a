import * as z from 'zod'
import { MOST_EXPENSES } from '../../events/batch.ts'
import { ExpenseId } from '../../events/ids.ts'
import { ExpenseChange, expenseFilter } from './expenses.ts'
import { Flag } from './words.ts'

const Version = z.int({ error: 'Expected a version, such as 3' }).min(1, { error: 'Expected a version, such as 3' })

/** The version whose fields the expense gets back; it is deleted, or restored, if it was then. */
export const ExpenseRevert = z.strictObject({ version: Version })

const Ids = z
  .array(ExpenseId)
  .min(1, { error: 'Expected at least one' })
  .max(MOST_EXPENSES, { error: ({ input }) => `Expected at most ${MOST_EXPENSES}, got ${(input as unknown[]).length}` })

/**
 * Which expenses, and what is to become of each. An id that is given twice counts once. Of what a filter matches only what is
 * not deleted is changed or deleted, and only what is deleted restored. A category that is named is each owner's own, added if it is new.
 *
 * All are changed or none. A refusal names each expense that stands in the way in `errors`, with the expense's id as `path`.
 */
export const BulkChange = z
  .strictObject({
    ids: Ids.optional(),
    filter: z.strictObject(expenseFilter).optional(),
    change: ExpenseChange.optional(),
    delete: z.literal(true, { error: 'Expected true' }).optional(),
    restore: z.literal(true, { error: 'Expected true' }).optional(),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    error: 'Give either ids or a filter',
    path: ['ids'],
  })
  .refine((body) => [body.change, body.delete, body.restore].filter((deed) => deed !== undefined).length === 1, {
    error: 'Give either change, delete or restore',
    path: ['change'],
  })

/**
 * With `skip=true` what was changed since is left as it is. Otherwise it stands in the way of all (409): `errors` says of each
 * such expense, with its id as `path`, what was changed.
 */
export const BatchRevertQuery = z.strictObject({ skip: Flag.optional() })

/** How many expenses were really changed, and the batch that can be taken back; null where there was nothing to change. */
export const BatchDone = z.strictObject({ batch: z.uuid().nullable(), count: z.int() })
export type BatchDone = z.infer<typeof BatchDone>
