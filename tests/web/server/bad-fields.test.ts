import test from 'ava'
import { setScene, shown, unknown } from './scene.ts'
import { lunch, PASSWORD } from './served.ts'

const { ana, ben, carl, expense, carlsFood, refused } = await setScene()
const long = 'x'.repeat(10_000)
const user = { name: 'Dora', email: 'dora@example.com', password: PASSWORD }
const { category: _food, ...withoutCategory } = lunch

const invalid: Record<string, [what: string, body: object | string, ...fields: string[]][]> = {
  'POST /api/users': [
    ['nothing', {}, 'name', 'email', 'password'],
    ['an unknown field', { ...user, admin: true }, 'admin'],
    ['a name of 10,000 characters', { ...user, name: long }, 'name'],
    ['a blank name', { ...user, name: ' \t ' }, 'name'],
    ['a lone surrogate', '{"name":"a\\ud800","email":"dora@example.com","password":"0123456789"}', 'name'],
    ['a control character', { ...user, name: 'a\u0000b' }, 'name'],
    ['a name that is a number', { ...user, name: 1 }, 'name'],
    ['a name that is a list', { ...user, name: ['Dora'] }, 'name'],
    ['no address', { ...user, email: 'dora' }, 'email'],
    ['a long address', { ...user, email: `${'d'.repeat(250)}@example.com` }, 'email'],
    ['a short password', { ...user, password: '123456789' }, 'password'],
    ['a long password', { ...user, password: 'p'.repeat(1001) }, 'password'],
    ['an unknown role', { ...user, role: 'owner' }, 'role'],
    ['an unknown currency', { ...user, currency: 'EURO' }, 'currency'],
    ['a currency in lower case', { ...user, currency: 'eur' }, 'currency'],
    ['a currency that every object has', { ...user, currency: 'constructor' }, 'currency'],
    ['two fields amiss', { ...user, name: '', email: null }, 'name', 'email'],
  ],
  [`PATCH /api/users/${ben.id}`]: [
    ['a password', { password: PASSWORD }, 'password'],
    ['a version', { version: 2 }, 'version'],
    ['a null', { name: null }, 'name'],
    ['an unknown role', { role: 'none' }, 'role'],
  ],
  'POST /api/categories': [
    ['nothing', {}, 'name'],
    ['a name of 10,000 characters', { name: long }, 'name'],
    ['a name that is an object', { name: { toString: 'Food' } }, 'name'],
    ['a colour by name', { name: 'Travel', colour: 'red' }, 'colour'],
    ['a colour that is code', { name: 'Travel', colour: '#12345g;}' }, 'colour'],
    ['an unknown field', { name: 'Travel', archived: true }, 'archived'],
  ],
  [`PATCH /api/categories/${expense.categoryId}`]: [
    ['a name of 10,000 characters', { name: long }, 'name'],
    ['a colour that is a number', { colour: 123456 }, 'colour'],
    ['another owner', { userId: carl.id }, 'userId'],
  ],
  'POST /api/expenses': [
    ['nothing', {}, 'description', 'date', 'amount'],
    ['no category', withoutCategory, 'category'],
    ['an unknown field', { ...lunch, tags: ['x'] }, 'tags'],
    ['a field that every object has', { ...lunch, constructor: 1, toString: 2 }, 'constructor', 'toString'],
    ['a prototype', `{"__proto__":{"amount":"1"},${JSON.stringify(lunch).slice(1)}`, '__proto__'],
    ['a description of 10,000 characters', { ...lunch, description: long }, 'description'],
    ['a blank description', { ...lunch, description: '\u2003\n' }, 'description'],
    ['a lone surrogate', { ...lunch, description: 'a\udc00' }, 'description'],
    ['a category of 10,000 characters', { ...lunch, category: long }, 'category'],
    ['a lone surrogate for a category', { ...lunch, category: '\ud83d' }, 'category'],
    ['an impossible date', { ...lunch, date: '2026-02-30' }, 'date'],
    ['a leap day in a common year', { ...lunch, date: '2100-02-29' }, 'date'],
    ['an instant for a date', { ...lunch, date: '2026-11-23T00:00:00Z' }, 'date'],
    ['a year that no database holds', { ...lunch, date: '0000-01-01' }, 'date'],
    ['a year of five digits', { ...lunch, date: '10000-01-01' }, 'date'],
    ['a date that is a number', { ...lunch, date: 20_261_123 }, 'date'],
    ['an amount that is a number', { ...lunch, amount: 12.5 }, 'amount'],
    ['an amount of zero', { ...lunch, amount: '0.00' }, 'amount'],
    ['an empty amount', { ...lunch, amount: '' }, 'amount'],
    ['an amount with a comma', { ...lunch, amount: '12,50' }, 'amount'],
    ['an amount with an exponent', { ...lunch, amount: '1e3' }, 'amount'],
    ['an amount that is infinite', { ...lunch, amount: 'Infinity' }, 'amount'],
    ['an amount with a plus', { ...lunch, amount: '+1' }, 'amount'],
    ['an amount with blanks', { ...lunch, amount: ' 1' }, 'amount'],
    ['an amount in other digits', { ...lunch, amount: '١٢' }, 'amount'],
    ['an amount too large', { ...lunch, amount: '90071992547409.92' }, 'amount'],
    ['an amount of many digits', { ...lunch, amount: '9'.repeat(1000) }, 'amount'],
    ['more decimals than euros have', { ...lunch, amount: '1.005' }, 'amount'],
    ['more decimals than yen have', { ...lunch, amount: '1.00', currency: 'JPY' }, 'amount'],
    ['an unknown currency', { ...lunch, currency: 'XXX' }, 'currency'],
    ['an id that is none', { ...lunch, id: 'lunch' }, 'id'],
    ['an id that is null', { ...lunch, id: null }, 'id'],
    ['an unknown category', { ...withoutCategory, categoryId: unknown }, 'categoryId'],
    ['somebody else’s category', { ...withoutCategory, categoryId: carlsFood.id }, 'categoryId'],
    ['a category that is no id', { ...withoutCategory, categoryId: 'food' }, 'categoryId'],
    ['an owner who is no id', { ...lunch, userId: 'ben' }, 'userId'],
  ],
  [`PATCH /api/expenses/${expense.id}`]: [
    ['an impossible date', { date: '2026-13-01' }, 'date'],
    ['an amount of zero', { amount: '-0' }, 'amount'],
    ['more decimals than the currency has', { amount: '1.234' }, 'amount'],
    ['a currency that cannot hold the amount', { currency: 'JPY' }, 'currency'],
    ['a description of 10,000 characters', { description: long }, 'description'],
    ['an unknown category', { categoryId: unknown }, 'categoryId'],
    ['both names of a category', { category: 'Food', categoryId: expense.categoryId }, 'category'],
    ['another id', { id: unknown }, 'id'],
    ['another owner', { userId: carl.id }, 'userId'],
    ['a null', { amount: null }, 'amount'],
    ['a good field beside a bad one', { description: 'Dinner', amount: '0' }, 'amount'],
    ['a new category beside a bad amount', { category: 'Brand new', amount: '0' }, 'amount'],
  ],
  'POST /api/session': [
    ['nothing', {}, 'email', 'password'],
    ['a list of addresses', { email: ['ana@example.com'], password: PASSWORD }, 'email'],
    ['a condition for a password', { email: 'ana@example.com', password: { $ne: '' } }, 'password'],
    ['an unknown field', { email: 'ana@example.com', password: PASSWORD, remember: true }, 'remember'],
    ['a long password', { email: 'ana@example.com', password: 'p'.repeat(1001) }, 'password'],
  ],
}
for (const [route, cases] of Object.entries(invalid)) {
  const agent = route === 'POST /api/users' ? ana.agent : ben.agent
  for (const [what, body, ...fields] of cases) {
    test(`${shown(route)} refuses ${what}`, refused, agent, route, body, 422, fields)
  }
}
