export const reports: Record<string, string> = {
  'SpendingQuery.group': 'Without it one row a currency',
  'ChangesQuery.since': 'What had been recorded by then is the one side: a position, or an instant ending in Z',
  'ChangesQuery.until': 'What had been recorded by then is the other side; now unless it is given',
  'Spending.rows': 'One for each month, category and currency in which something was spent',
  'Spending.asOf': 'The moment that it stands for',
  'Statement.asOf': 'The moment that it stands for',
  'Statement.items': 'By date, each with the sum so far in its currency',
  'Changes.since': 'The earlier moment',
  'Changes.until': 'The later moment',
  'Changes.items':
    'What the report had of each expense and what it has now, null for nothing, and the events in between',
  'Changes.difference': 'By how much the totals differ: what all events did, added up',
  'Moment.recordedAt': 'When the event at that position was recorded; null before the first one',
}
