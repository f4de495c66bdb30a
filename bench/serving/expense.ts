import type { Client } from './client.ts'

/** What is posted: an expense as the page would send it, once its category is known. */
export type Posted = { categoryId: string; description: string; date: string; amount: string; currency: string }

const CATEGORY = { name: 'Food', colour: '#3d9068' }

/** A category to spend on, which an earlier part may have added, and an expense in it. */
export async function newExpense(client: Client): Promise<Posted> {
  const { body: before } = await client.get('/api/categories')
  const known = (before as { items: { id: string; name: string }[] }).items.find(({ name }) => name === CATEGORY.name)
  const { id: categoryId } = known ?? ((await client.post('/api/categories', CATEGORY)).body as { id: string })
  return { categoryId, description: 'Lunch with Mara', date: '2026-11-23', amount: '12.50', currency: 'EUR' }
}
