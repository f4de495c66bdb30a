import { randomUUID } from 'node:crypto'
import { connect, type Expense } from './client.ts'
import { every } from './every.ts'

/** Records what was paid for lunch, once whatever happens on the way, and gives this year's expenses. */
export async function example(url: string, email: string, password: string): Promise<Expense[]> {
  const ledger = connect(url)
  await ledger('POST /api/session', { body: { email, password } })

  const lunch = { category: 'Food', description: 'Lunch at the harbour', date: '2026-11-23', amount: '12.50' }
  const recorded = await ledger('POST /api/expenses', {
    headers: { 'Idempotency-Key': randomUUID() },
    body: lunch,
  })

  // Only for the version that we know, so that nobody's change is undone by ours.
  const { body: changed, position } = await ledger('PATCH /api/expenses/{id}', {
    path: { id: recorded.body.id },
    headers: { 'If-Match': recorded.version ?? '*' },
    body: { amount: '14.00' },
  })
  console.log(`${changed.description}: ${changed.amount} ${changed.currency}`)

  // The first page has seen our change, and so have those that follow.
  await ledger('GET /api/expenses', { query: { limit: 1 }, headers: { 'Ledger-Position': position ?? '0' } })
  const expenses: Expense[] = []
  const thisYear = { from: '2026-01-01', to: '2026-12-31' }
  for await (const expense of every(ledger, 'GET /api/expenses', thisYear)) expenses.push(expense)
  return expenses
}
