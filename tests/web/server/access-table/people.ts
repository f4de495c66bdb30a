import { addCategory, record, serveLedger, since } from '../served.ts'

/** Stands in everything that Ben ever wrote, so that whoever is shown any of it is found out. */
export const SECRET = 'Zimtschnecke'

export type People = Awaited<ReturnType<typeof assemble>>

/** Ana, the admin; Ben, whose ledger all is about; those he lets in, as their roles say; and Fay, whom he does not. */
export async function assemble() {
  const served = await serveLedger()
  const ana = await served.first()
  const ben = await served.member(ana, { name: `Ben ${SECRET}`, email: `ben.${SECRET}@example.com` })
  const fay = await served.member(ana)

  async function letIn(role: string) {
    const person = await served.member(ana)
    await ben.agent.post(`/api/users/${ben.id}/shares`).send({ userId: person.id, role }).expect(201)
    return person
  }
  const guests = {
    viewer: await letIn('viewer'),
    editor: await letIn('editor'),
    auditor: await letIn('auditor'),
    /** Who asks for nothing, and whom others try to send away. */
    guest: await letIn('viewer'),
  }

  const category = await addCategory(ben, { name: `${SECRET} 1` })
  const inCategory = { category: undefined, categoryId: category.id }
  await record(ben, { ...inCategory, description: `${SECRET} 2` })
  const expense = await record(ben, { ...inCategory, description: `${SECRET} 3` })
  const change = { description: `${SECRET} 4`, category: `${SECRET} 5` }
  const done = await ben.agent
    .post('/api/expenses/bulk')
    .send({ ids: [expense.id], change })
    .expect(200)
  const { batch } = done.body as { batch: string }
  return { served, ana, ben, fay, ...guests, category, expense, batch, since: since(done) }
}

/** Which id stands for `{id}` after `/api/<this>/`: something of Ben's. */
export function idsOf({ ben, expense, category, batch }: People): Record<string, string> {
  return { users: ben.id, expenses: expense.id, categories: category.id, batches: batch }
}
