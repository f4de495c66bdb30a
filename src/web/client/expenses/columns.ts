/** What the table can show of an expense. */
export type Column = 'date' | 'description' | 'category' | 'person' | 'amount' | 'currency' | 'recorded' | 'changedBy'
