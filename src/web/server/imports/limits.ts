import { MOST_EXPENSES } from '../../../events/batch.ts'

/** Rows of a file: what is recorded as one batch can be taken back as one. */
export const MOST_ROWS = MOST_EXPENSES
/** Bytes of a file: ten thousand rows as banks write them are three million. */
export const MOST_BYTES = 8 * 1024 * 1024
/** Columns that are looked at, from the first one: no bank writes nearly as many. */
export const MOST_COLUMNS = 200
/** Different categories in a file. More are no categories, but another column. */
export const MOST_CATEGORIES = 500
