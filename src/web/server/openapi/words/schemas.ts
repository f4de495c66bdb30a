/** What a schema as a whole means. */
export const schemaMeanings: Record<string, string> = {
  Amount: 'An amount in major units, as a text so that nothing is rounded; with no more decimals than its currency has',
  CalendarDate: 'A date without time or zone',
  Instant: 'A moment in UTC, RFC 3339 with six digits',
  Currency: 'An ISO 4217 code that the ledger knows',
  Problem: 'RFC 9457: why a request was refused',
  LiveEvent: 'What is told of an event as it happens',
  Total: 'What was spent in one currency',
  HistoryEntry: 'One event in the life of an expense',
}
