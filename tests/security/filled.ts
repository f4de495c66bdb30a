import { newId } from '../../src/events/ids.ts'
import { ExpenseList, MadeToken, User } from '../../src/web/api.ts'

/** Fills a new ledger; resolves to a token that may do everything in it, and to ids by what stands before them in paths. */
export async function fill(address: string): Promise<{ token: string; ids: Record<string, string> }> {
  let cookie = ''
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { cookie, 'Content-Type': 'application/json' }
    const answer = await fetch(address + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
  const user = User.parse(await ask('POST', '/api/users', ana))
  const { batch } = (await ask('POST', '/api/demo')) as { batch: string }
  const { token } = MadeToken.parse(await ask('POST', '/api/tokens', { name: 'A scan', scope: 'admin' }))
  const [expense] = ExpenseList.parse(await ask('GET', '/api/expenses?limit=1')).items
  if (!expense) throw new Error('The demo has recorded nothing')
  const ids = {
    users: user.id,
    expenses: expense.id,
    categories: expense.categoryId,
    batches: batch,
    sessions: newId(),
  }
  return { token, ids: { ...ids, tokens: newId() } }
}
