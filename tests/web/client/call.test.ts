import test from 'ava'
import { openCalls } from '../../../src/web/client/call.ts'
import { Refused, Unreachable } from '../../../src/web/client/refused.ts'
import { whileHere } from '../../../src/web/client/while-here.ts'
import { ana } from '../../examples.ts'

type Sent = { path: string; method: string; headers: Record<string, string>; body: unknown }
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'none'

const thing = { id: ana, name: 'a thing' }

/** Calls to a server that answers in turn as it is told; what was sent and heard is kept. */
function open(...answers: Answer[]) {
  const sent: Sent[] = []
  const heard: string[] = []
  const answered: Parameters<Parameters<typeof openCalls>[1]['answered']>[] = []
  const stands: number[] = []
  const fetch: typeof globalThis.fetch = async (path, init = {}) => {
    const { method = 'GET', headers = {}, body } = init
    sent.push({ path: path as string, method, headers: headers as Record<string, string>, body })
    const answer = answers.shift() ?? {}
    if (answer === 'none') throw new TypeError('Failed to fetch')
    const { status = 200, body: said = thing, headers: more = {} } = answer
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    return new Response(status === 204 ? null : JSON.stringify(said), {
      status,
      headers: { 'Content-Type': type, ...more },
    })
  }
  const note = (word: string) => () => void heard.push(word)
  const calls = openCalls(fetch, {
    reached: note('reached'),
    lost: note('lost'),
    signedOut: note('signed out'),
    changed: (path) => heard.push(`changed ${path}`),
    stands: (position) => stands.push(position),
    answered: (...answer) => answered.push(answer),
  })
  return { ...calls, sent, heard, stands, answered }
}
const problem = (status: number, more = {}) => ({ status, body: { type: 'urn:test', title: 'No', status, ...more } })
const keyOf = (sent: Sent | undefined) => sent?.headers['Idempotency-Key']

test('a read says what it asks for', async (t) => {
  const { read, sent } = open({})
  t.deepEqual(await read('/api/things', 'Person', { q: 'a & b', sort: undefined }), thing)
  t.is(sent[0]?.path, '/api/things?q=a+%26+b')
})
test('a read waits for what this page has written', async (t) => {
  const { read, command, sent } = open(
    { headers: { 'Ledger-Position': '12' } },
    { headers: { 'Ledger-Position': '7' } },
  )
  await command('POST', '/api/things', 'Person', { body: thing })
  await command('POST', '/api/things', 'Person', { body: thing })
  await read('/api/things', 'Person')
  t.is(sent[2]?.headers['Ledger-Position'], '12')
})
test('an answer says which position it stands for, unless it is one of the past', async (t) => {
  const at = (position: string) => ({ headers: { 'Ledger-Position': position } })
  const { read, command, stands } = open(at('0'), at('12'), at('3'), at('3'), at('3'), at('13'), {})
  await read('/api/things', 'Person', { q: 'a', asOf: undefined })
  await read('/api/things', 'Person')
  for (const word of ['asOf', 'until', 'cursor']) await read('/api/things', 'Person', { [word]: '3' })
  await command('POST', '/api/things', 'Person', { body: thing })
  await read('/api/things', 'Person')
  t.deepEqual(stands, [0, 12])
})
test('a change says which version it was made on', async (t) => {
  const { command, sent } = open()
  await command('PATCH', '/api/things/1', 'Person', { version: 3, body: thing })
  t.is(sent[0]?.headers['If-Match'], '"3"')
  t.is(sent[0]?.body, JSON.stringify(thing))
})
test('a command that had no answer is sent again under the same key', async (t) => {
  const { command, sent, heard } = open('none', problem(503), {}, {})
  const send = () => command('POST', '/api/things', 'Person', { body: thing })
  await t.throwsAsync(send(), { instanceOf: Unreachable })
  await t.throwsAsync(send(), { instanceOf: Refused })
  await send()
  await send()
  const keys = sent.map(keyOf)
  t.is(keys[1], keys[0])
  t.is(keys[2], keys[0])
  t.not(keys[3], keys[0])
  t.deepEqual(heard, ['lost', 'reached', 'reached', 'changed /api/things', 'reached', 'changed /api/things'])
})
test('another command meanwhile has a key of its own', async (t) => {
  const { command, sent } = open('none', {}, {})
  await t.throwsAsync(command('DELETE', '/api/things/1', 'Person', { version: 1 }), { instanceOf: Unreachable })
  await command('DELETE', '/api/things/1', 'Person', { version: 2 })
  await command('POST', '/api/session', 'Person', { keyed: false })
  t.not(keyOf(sent[1]), keyOf(sent[0]))
  t.is(keyOf(sent[2]), undefined)
})
test('a refusal comes with its problem, and when to try again', async (t) => {
  const errors = [{ path: 'name', message: 'Must not be empty' }]
  const { command } = open({ ...problem(429, { errors }), headers: { 'Retry-After': '12' } })
  const error = await t.throwsAsync(command('POST', '/api/session', 'Person'), { instanceOf: Refused })
  t.deepEqual(error?.problem.errors, errors)
  t.is(error?.retryAfter, 12)
})
test('an ended session is heard of, but not where one signs in', async (t) => {
  const { read, heard } = open(problem(401), problem(401))
  await t.throwsAsync(read('/api/session', 'Person'), { instanceOf: Refused })
  t.false(heard.includes('signed out'))
  await t.throwsAsync(read('/api/things', 'Person'), { instanceOf: Refused })
  t.true(heard.includes('signed out'))
})
test('a gateway that answers for a server that is down is no answer', async (t) => {
  const { read } = open({ status: 502, headers: { 'Content-Type': 'text/html' } })
  await t.throwsAsync(read('/api/things', 'Person'), { instanceOf: Unreachable })
})
test('a refusal that is no problem document still has its status', async (t) => {
  const { read } = open({ status: 404, headers: { 'Content-Type': 'text/html' } })
  const error = await t.throwsAsync(read('/api/things', 'Person'), { instanceOf: Refused })
  t.is(error?.problem.status, 404)
})
test('every answer counts at once and is told of, with what it was agreed to be', async (t) => {
  const misfit = { name: 'a thing', more: 1 }
  const refusal = problem(404)
  const { read, command, answered } = open({ body: misfit }, refusal, { status: 204 })
  t.deepEqual(await read('/api/things', 'Person'), misfit as unknown as typeof thing)
  await t.throwsAsync(read('/api/things/1', 'Person'), { instanceOf: Refused })
  await command('DELETE', '/api/things/2', 'Nothing')
  t.deepEqual(answered, [
    ['/api/things', 'Person', misfit],
    ['/api/things/1', 'Problem', refusal.body],
    ['/api/things/2', 'Nothing', undefined],
  ])
})
test('a read that is no longer wanted is not a lost connection', async (t) => {
  const { read, heard } = open('none')
  const abort = new AbortController()
  abort.abort()
  await t.throwsAsync(read('/api/things', 'Person', {}, abort.signal), { instanceOf: TypeError })
  t.deepEqual(heard, [])
})
test('no content is an answer', async (t) => {
  const { command } = open({ status: 204 })
  t.is(await command('DELETE', '/api/session', 'Nothing', { keyed: false }), undefined)
})
test('a status that a read expects is an answer, also beyond the usual ones', async (t) => {
  const { read, heard } = open({ status: 503, headers: { 'Content-Type': 'application/json' } })
  t.deepEqual(await read('/readyz', 'Person', {}, undefined, { answers: 503 }), thing)
  t.deepEqual(heard, ['reached'])
})
test('a read waits no longer than its patience', async (t) => {
  let signal: AbortSignal | null | undefined
  const fetch: typeof globalThis.fetch = (_, init) => {
    signal = init?.signal
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('Aborted'))))
  }
  const nothing = () => undefined
  const heard = {
    reached: nothing,
    lost: nothing,
    signedOut: nothing,
    changed: nothing,
    answered: nothing,
    stands: nothing,
  }
  const { read } = openCalls(fetch, heard)
  await t.throwsAsync(read('/api/things', 'Person', {}, undefined, { patience: 1 }), { instanceOf: Unreachable })
  t.is((signal?.reason as Error).name, 'TimeoutError')
})

test('what breaks off because the page is left is not heard of, even if that is known only afterwards', async (t) => {
  let isLeft = false
  const here = whileHere(
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => isLeft,
  )
  await t.throwsAsync(here('/api/things'), { instanceOf: TypeError })
  const heard: unknown[] = []
  here('/api/things').then(
    () => heard.push('answered'),
    () => heard.push('failed'),
  )
  const onStaying = whileHere(
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => false,
  )
  isLeft = true
  await t.throwsAsync(onStaying('/api/things'))
  t.deepEqual(heard, [])
})
