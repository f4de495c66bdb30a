import * as z from 'zod'

/** What every answer is held against. With zod it is a third of all code, and comes after the first page (agreement.ts). */
export * from '../api.ts'

/** The answer that says no more than that all is well. */
export const Nothing = z.undefined()
