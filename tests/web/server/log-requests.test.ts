import { EventEmitter, once } from 'node:events'
import test from 'ava'
import { pino } from 'pino'
import { lunch, PASSWORD, record, serveLedger } from './served.ts'

type Line = { level: number; requestId: string; [more: string]: unknown }

/** A ledger whose log is kept, line by line. */
async function logged(level: 'info' | 'debug') {
  const lines: string[] = []
  const news = new EventEmitter()
  const write = (line: string) => {
    lines.push(line)
    news.emit('line')
  }
  const ledger = await serveLedger(() => ({ logger: pino({ level }, { write }) }))
  /** The line of a request, which comes once it is over. */
  async function lineOf(requestId: string | undefined): Promise<Line> {
    for (;;) {
      const found = lines.find((line) => line.includes(`"requestId":"${requestId}"`))
      if (found) return JSON.parse(found) as Line
      await once(news, 'line')
    }
  }
  return { ...ledger, lines, lineOf }
}

test('what changes something leaves a line: which request, whose, and at which position it stands in the log', async (t) => {
  const { first, lineOf, nobody, lines } = await logged('info')
  const ana = await first()
  const recorded = await ana.agent.post('/api/expenses').send(lunch).expect(201)
  const line = await lineOf(recorded.get('X-Request-Id'))
  const { level, method, route, status, actor, position } = line
  t.deepEqual(
    { level, method, route, status, actor, position },
    {
      ...{ level: 30, method: 'POST', route: '/api/expenses', status: 201, actor: ana.id },
      position: Number(recorded.get('Ledger-Position')),
    },
  )
  const refused = await nobody().post('/api/session').send({ email: ana.email, password: 'not the right one' })
  t.like(await lineOf(refused.get('X-Request-Id')), { route: '/api/session', status: 401, actor: undefined })

  await ana.agent.get('/api/expenses?q=harbour').expect(200)
  await ana.agent.delete('/api/session').expect(204)
  t.false(lines.some((text) => text.includes('"method":"GET"')))
})

test('no line has a word of people’s in it, whatever they ask for', async (t) => {
  const { address, first, lineOf, lines } = await logged('debug')
  const ana = await first('Ana Novak', 'ana@example.com')
  const { id } = await record(ana, { description: 'Lunch at the harbour' })
  const asked = [
    await ana.agent.get(`/api/expenses/${id}`),
    await ana.agent.get('/api/expenses?q=harbour&category=Food'),
    await ana.agent.get('/api/users/ana@example.com'),
    await ana.agent.post('/api/session').send({ email: ana.email, password: PASSWORD }),
    await ana.agent.post('/api/expenses').send({ ...lunch, date: 'harbour' }),
  ]
  const page = await fetch(`${address}/Ana Novak/harbour`)
  const ids = [...asked.map((answer) => answer.get('X-Request-Id')), page.headers.get('X-Request-Id') ?? '']
  const routes = await Promise.all(ids.map(async (id) => (await lineOf(id)).route))
  t.deepEqual(routes, [
    '/api/expenses/:id',
    '/api/expenses',
    '/api/users/:id',
    '/api/session',
    '/api/expenses',
    'other',
  ])
  for (const word of ['Ana', 'ana@', 'harbour', 'Food', PASSWORD]) t.false(lines.join('').includes(word), word)
})
