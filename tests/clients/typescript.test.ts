import { readFileSync } from 'node:fs'
import test from 'ava'
import { connect, Refused, type Ledger } from '../../clients/typescript/client.ts'
import { every } from '../../clients/typescript/every.ts'
import { example } from '../../clients/typescript/example.ts'
import { generated, path } from '../../clients/typescript/generate/generated.ts'
import { follow } from '../../clients/typescript/live.ts'
import { lunch, PASSWORD, serveLedger } from '../web/server/served.ts'
import { standBetween } from './unreliable.ts'

const { address, first, member, head } = await serveLedger()
const ana = await first()

/** Somebody new who is signed in with the client, at the ledger itself or by way of another address. */
async function somebody(way = address) {
  const { email } = await member(ana)
  return { email, ledger: await signedIn(email, way) }
}

async function signedIn(email: string, way = address): Promise<Ledger> {
  const ledger = connect(way)
  await ledger('POST /api/session', { body: { email, password: PASSWORD } })
  return ledger
}

test('the client is what the description makes of it: npm run client', async (t) => {
  t.is(readFileSync(path, 'utf8'), await generated())
})

test('the example does what it says', async (t) => {
  const { email } = await member(ana)
  const expenses = await example(address, email, PASSWORD)
  t.like(expenses, [{ description: 'Lunch at the harbour', amount: '14.00' }])
})

test('a read that is sent with the position of a command has seen it', async (t) => {
  const { ledger } = await somebody()
  for (let time = 1; time <= 10; time++) {
    const { position = '' } = await ledger('POST /api/expenses', { body: lunch })
    const query = { totals: 'true', limit: 1 } as const
    const { body } = await ledger('GET /api/expenses', { query, headers: { 'Ledger-Position': position } })
    t.is(body.count, time)
  }
})

test('a command that is sent again under its key is done once', async (t) => {
  const { ledger } = await somebody()
  const asked = { body: lunch, headers: { 'Idempotency-Key': 'lunch' } }
  const [one, other] = [await ledger('POST /api/expenses', asked), await ledger('POST /api/expenses', asked)]
  t.deepEqual([one.replayed, other.replayed], [false, true])
  t.deepEqual(other.body, one.body)
})

test('where its answer is lost, a command is sent again, and is done once', async (t) => {
  const between = await standBetween(t, address)
  const { ledger } = await somebody(between.address)
  between.lose('POST /api/expenses')
  const headers = { 'Idempotency-Key': 'once' }
  const { replayed, position = '' } = await ledger('POST /api/expenses', { body: lunch, headers })
  t.true(replayed)
  const { body } = await ledger('GET /api/expenses', { headers: { 'Ledger-Position': position } })
  t.is(body.items.length, 1)
})

test('a command without a key is not sent again', async (t) => {
  const between = await standBetween(t, address)
  const { ledger } = await somebody(between.address)
  between.lose('POST /api/expenses')
  await t.throwsAsync(ledger('POST /api/expenses', { body: lunch }), { instanceOf: TypeError })
})

test('a list is read to its end, page by page', async (t) => {
  const { ledger } = await somebody()
  const amounts = ['1.00', '2.00', '3.00', '4.00', '5.00']
  let position = ''
  for (const amount of amounts) {
    ;({ position = '' } = await ledger('POST /api/expenses', { body: { ...lunch, amount } }))
  }
  await ledger('GET /api/expenses', { headers: { 'Ledger-Position': position } })
  const found: string[] = []
  for await (const { amount } of every(ledger, 'GET /api/expenses', { limit: 2, sort: 'amount' })) found.push(amount)
  t.deepEqual(found, amounts)
})

test('a refusal is a problem, and says which', async (t) => {
  const { ledger } = await somebody()
  const refused = await t.throwsAsync(ledger('POST /api/expenses', { body: { ...lunch, amount: '0' } }))
  t.true(refused instanceof Refused)
  t.like(refused, { problem: { status: 422, type: 'urn:expense-ledger:problem:amount-invalid' } })
})

test('a change for a version that is not the newest is refused', async (t) => {
  const { ledger } = await somebody()
  const { body, version = '' } = await ledger('POST /api/expenses', { body: lunch })
  const change = { path: { id: body.id }, headers: { 'If-Match': version }, body: { amount: '9.90' } }
  t.is((await ledger('PATCH /api/expenses/{id}', change)).version, '"2"')
  await t.throwsAsync(ledger('PATCH /api/expenses/{id}', change), { instanceOf: Refused })
})

test('a token is as good as a session', async (t) => {
  const { ledger } = await somebody()
  const { body } = await ledger('POST /api/tokens', { body: { name: 'Report' } })
  const reading = connect(address, { token: body.token })
  t.deepEqual((await reading('GET /api/expenses')).body.items, [])
  await t.throwsAsync(reading('POST /api/expenses', { body: lunch }), { message: /scope write/ })
})

test('what is no JSON is left to whoever asks', async (t) => {
  const { ledger } = await somebody()
  const { position = '' } = await ledger('POST /api/expenses', { body: lunch })
  const { body } = await ledger('GET /api/expenses.csv', { headers: { 'Ledger-Position': position } })
  t.regex(await body.text(), /2026-11-23,Food,Lunch at the harbour,12\.50,EUR/)
})

test('events are told as they happen, also where the connection breaks in between', async (t) => {
  const between = await standBetween(t, address)
  const { ledger, email } = await somebody(between.address)
  const told = follow(ledger, await head())
  const recording = await signedIn(email)
  const { body } = await recording('POST /api/expenses', { body: lunch })
  t.like((await told.next()).value, { type: 'CategoryAdded' })
  between.cut()
  t.like((await told.next()).value, { type: 'ExpenseRecorded', stream: `expense-${body.id}` })
  await told.return(undefined)
})
