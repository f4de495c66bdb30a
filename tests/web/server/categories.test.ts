import test from 'ava'
import { Category, CategoryList, ExpenseList } from '../../../src/web/api.ts'
import { addCategory, fieldsOf, record, serveLedger, since, type Person, bodyOf } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()

async function namesOf({ agent }: Person, query = '', after: Record<string, string> = {}): Promise<string[]> {
  const body = bodyOf(await agent.get(`/api/categories${query}`).set(after).expect(200))
  return CategoryList.parse(body).items.map(({ name }) => name)
}

test('a category has a name, a colour and whoever added it', async (t) => {
  const ben = await member(ana)
  const answer = await ben.agent.post('/api/categories').send({ name: 'Food', colour: '#AA00bb' }).expect(201)
  const { id, ...fields } = Category.parse(answer.body)
  t.deepEqual(fields, { userId: ben.id, name: 'Food', colour: '#aa00bb', archived: false, version: 1 })
  const list = await ben.agent.get('/api/categories').set(since(answer)).expect(200)
  t.deepEqual(list.body, { items: [{ id, ...fields }], next: null })
})

test('a category that is given no colour gets one', async (t) => {
  const ben = await member(ana)
  t.regex((await addCategory(ben)).colour, /^#[0-9a-f]{6}$/)
})

test('a name is taken in any case, composed or not, with blanks around or not', async (t) => {
  const ben = await member(ana)
  await addCategory(ben, { name: 'Café  Résumé' })
  for (const name of [
    'café résumé',
    'CAFÉ RÉSUMÉ',
    '  Café Résumé ',
    'Cafe\u0301 Re\u0301sume\u0301',
    'Café\tRésumé',
  ]) {
    const answer = await ben.agent.post('/api/categories').send({ name }).expect(409)
    t.like(answer.body, { type: 'urn:expense-ledger:problem:category-name-taken' })
    t.deepEqual(fieldsOf(answer), ['name'])
  }
  await addCategory(ben, { name: 'Cafe Resume' })
  await addCategory(ana, { name: 'Café Résumé' })
})

test('a category is renamed and recoloured, and its old name is free again', async (t) => {
  const ben = await member(ana)
  const { id } = await addCategory(ben)
  const { id: other } = await addCategory(ben, { name: 'Travel' })
  await ben.agent.patch(`/api/categories/${other}`).send({ name: 'FOOD' }).expect(409)
  const answer = await ben.agent.patch(`/api/categories/${id}`).send({ name: 'Groceries', colour: '#123456' })
  t.like(answer.body, { id, name: 'Groceries', colour: '#123456', version: 2 })
  t.like((await ben.agent.patch(`/api/categories/${id}`).send({ name: 'GROCERIES' }).expect(200)).body, { version: 3 })
  await ben.agent.patch(`/api/categories/${other}`).send({ name: 'Food' }).expect(200)
})

test('an expense is shown under the new name of its category', async (t) => {
  const ben = await member(ana)
  const { id, categoryId } = await record(ben)
  const answer = await ben.agent.patch(`/api/categories/${categoryId}`).send({ name: 'Groceries' }).expect(200)
  const body = bodyOf(await ben.agent.get(`/api/expenses/${id}`).set(since(answer)).expect(200))
  t.like(body, { category: 'Groceries', version: 1 })
})

test('a category that is archived keeps its expenses and its name', async (t) => {
  const ben = await member(ana)
  const lunch = await record(ben)
  const answer = await ben.agent.delete(`/api/categories/${lunch.categoryId}`).expect(200)
  t.like(answer.body, { archived: true, version: 2 })
  const again = await ben.agent.delete(`/api/categories/${lunch.categoryId}`).expect(200)
  t.like(again.body, { archived: true, version: 2 })
  const body = bodyOf(await ben.agent.get(`/api/expenses/${lunch.id}`).set(since(answer)).expect(200))
  t.like(body, { category: 'Food', categoryId: lunch.categoryId })
  const { id } = await addCategory(ben, { name: 'Travel' })
  await ben.agent.patch(`/api/categories/${id}`).send({ name: 'food' }).expect(409)
})

test('adding a category of an archived name brings that one back, as it is written now', async (t) => {
  const ben = await member(ana)
  const { id } = await addCategory(ben, { name: 'Food', colour: '#111111' })
  await ben.agent.delete(`/api/categories/${id}`).expect(200)
  const back = await addCategory(ben, { name: 'FOOD ', colour: '#222222' })
  t.like(back, { id, name: 'FOOD ', colour: '#222222', archived: false, version: 3 })
  await ben.agent.delete(`/api/categories/${id}`).expect(200)
  const { categoryId, category, since } = await record(ben, { category: 'food' })
  t.deepEqual([categoryId, category], [id, 'food'])
  t.deepEqual(await namesOf(ben, '', since), ['food'])
})

test('the list goes page by page, by name', async (t) => {
  const ben = await member(ana)
  let after = {}
  for (const name of ['eggs', 'Bread', 'apples', 'Äpfel', 'Dates', 'cakes'])
    after = (await addCategory(ben, { name })).since
  const seen: string[] = []
  let query = '?limit=2'
  for (let page = 0; page < 3; page++) {
    const body = bodyOf(await ben.agent.get(`/api/categories${query}`).set(after).expect(200))
    const { items, next } = CategoryList.parse(body)
    seen.push(...items.map(({ name }) => name))
    query = `?limit=2&cursor=${next}`
    t.is(next === null, page === 2)
  }
  t.deepEqual([...seen].sort(), ['Bread', 'Dates', 'apples', 'cakes', 'eggs', 'Äpfel'])
  t.deepEqual(seen, await namesOf(ben))
})

test('an admin adds to, lists and changes anybody’s categories; a member only their own', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const answer = await ana.agent.post(`/api/categories?user=${ben.id}`).send({ name: 'Rent' }).expect(201)
  const rent = Category.parse(answer.body)
  t.is(rent.userId, ben.id)
  t.deepEqual(await namesOf(ana, `?user=${ben.id}`, since(answer)), ['Rent'])
  t.deepEqual(await namesOf(ben), ['Rent'])
  await ana.agent.patch(`/api/categories/${rent.id}`).send({ name: 'Rent and heating' }).expect(200)

  await carl.agent.get(`/api/categories?user=${ben.id}`).expect(403)
  await carl.agent.post(`/api/categories?user=${ben.id}`).send({ name: 'Mine' }).expect(403)
  await carl.agent.patch(`/api/categories/${rent.id}`).send({ name: 'Mine' }).expect(404)
  await carl.agent.delete(`/api/categories/${rent.id}`).expect(404)
  const wanted = { description: 'Heating', date: '2026-11-23', amount: '80.00', categoryId: rent.id }
  t.deepEqual(fieldsOf(await carl.agent.post('/api/expenses').send(wanted).expect(422)), ['categoryId'])
  t.deepEqual(await namesOf(carl), [])
})

test('the categories of a user who was deleted are hidden until the user is back', async (t) => {
  const ben = await member(ana)
  const { id } = await addCategory(ben)
  const gone = await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  t.deepEqual(await namesOf(ana, `?user=${ben.id}`, since(gone)), [])
  await ana.agent.patch(`/api/categories/${id}`).send({ name: 'Late' }).expect(404)
  const back = await ana.agent.post(`/api/users/${ben.id}/restore`).expect(200)
  t.deepEqual(await namesOf(ana, `?user=${ben.id}`, since(back)), ['Food'])
})

test('of many who name the same new category at once one adds it', async (t) => {
  const ben = await member(ana)
  const expenses = await Promise.all(Array.from({ length: 32 }, () => record(ben, { category: 'Harbour' })))
  t.is(new Set(expenses.map(({ categoryId }) => categoryId)).size, 1)
  const body = bodyOf(await ben.agent.get('/api/expenses').set(expenses.at(-1)!.since))
  t.true(ExpenseList.parse(body).items.every(({ category }) => category === 'Harbour'))
})
