import type { Client } from './client.ts'

/** What is posted: an expense as the page would send it, once its category is known. */
export type Posted = { categoryId: string; description: string; date: string; amount: string; currency: string }

/** A category to spend on, and an expense in it. */
export async function newExpense(client: Client): Promise<Posted> {
  const { body } = await client.post('/api/categories', { name: 'Food', colour: '#3d9068' })
  const { id: categoryId } = body as { id: string }
  return { categoryId, description: 'Lunch with Mara', date: '2026-11-23', amount: '12.50', currency: 'EUR' }
}
