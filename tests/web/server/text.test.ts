import test from 'ava'
import { ExpenseList } from '../../../src/web/api.ts'
import { record, serveLedger, since } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()

const texts = [
  'Crème brûlée, Straße, Łódź, ÅÄÖ',
  'Cre\u0300me bru\u0302le\u0301e, decomposed',
  'Обед в гавани',
  'Μεσημεριανό ΟΔΟΣ οδός',
  '港でランチ、かき氷 𠮷野家',
  'غداء في الميناء',
  '\u200fארוחת צהריים\u200e (lunch)\u202eabc\u202c',
  'มื้อเที่ยง नाश्ता 점심',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇪🇺 👍🏽',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  '\ufeffmark first, \u00adsoft, zero\u200bwidth, \u2028line\u2029paragraph, \ufffe\uffff',
  ' blanks around\tand\ntwo\r\nlines  ',
  `' " \` \\ \\' \\0 % _ ; -- /* */ <script>alert(1)</script> \${x} {{y}} &amp; %00`,
  '[sealed]',
]
for (const text of texts) {
  test(`kept as it is: ${JSON.stringify(text)}`, async (t) => {
    const ben = await member(ana, { name: text })
    t.is(((await ben.agent.get('/api/session').expect(200)).body as { name: string }).name, text)
    const { since: after, ...expense } = await record(ben, { description: text, category: text })
    t.is(expense.description, text)
    t.is(expense.category, text)
    t.is(expense.changedBy?.name, text)
    t.deepEqual((await ben.agent.get(`/api/expenses/${expense.id}`).set(after).expect(200)).body, expense)

    const found = await ben.agent.get('/api/expenses').query({ q: text, category: text }).set(after).expect(200)
    t.deepEqual(ExpenseList.parse(found.body).items, [expense])

    const amended = await ben.agent
      .patch(`/api/expenses/${expense.id}`)
      .send({ description: `${text}!` })
      .expect(200)
    t.like(amended.body, { description: `${text}!`, category: text })
    const history = await ben.agent.get(`/api/expenses/${expense.id}/history`).set(since(amended)).expect(200)
    t.like(history.body, {
      0: { actor: { name: text }, changes: { description: { to: text }, category: { to: text } } },
      1: { changes: { description: { from: text, to: `${text}!` } } },
    })
  })
}

test('texts may be as long as the contract says', async (t) => {
  const ben = await member(ana, { name: '𠮷'.repeat(50) })
  for (const character of ['x', 'ß', 'İ', '港', '𠮷'.slice(0, 2)]) {
    const [description, category] = [500, 100].map((length) => character.repeat(length / character.length))
    const { since: after, ...expense } = await record(ben, { description, category })
    t.deepEqual((await ben.agent.get(`/api/expenses/${expense.id}`).set(after).expect(200)).body, expense)
    const found = await ben.agent.get('/api/expenses').query({ category }).set(after).expect(200)
    t.is(ExpenseList.parse(found.body).items.length, 1)
  }
})
