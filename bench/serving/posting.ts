import type { Bench } from '../bench.ts'
import { compared, figure, type Line } from '../line.ts'
import { profiling } from '../profile/profiled.ts'
import { say } from '../run/say.ts'
import { sideBySide } from '../side-by-side.ts'
import { openClient } from './client.ts'
import { newExpense } from './expense.ts'
import { register, serveEcho, serveLedger } from './ledger.ts'
import { load } from './load.ts'

const CONNECTIONS = 64

/** `POST /api/expenses`, signed in, beside a bare Express app that parses and answers the same JSON. */
export async function measurePosting({ place, sizes }: Bench): Promise<Line[]> {
  const { rounds, seconds } = sizes
  const ledger = await serveLedger(await place.emptyDatabase('posting'))
  const echo = await serveEcho()
  try {
    const { cookie, expense } = await prepare(ledger.origin)
    const { categoryId: _categoryId, ...texts } = expense
    const ask = (origin: string, body: object) => () =>
      load({ target: `${origin}/api/expenses`, cookie, body, connections: CONNECTIONS, seconds })
    say(`Posting, ${rounds} rounds …`)
    const { own: rates } = await sideBySide(rounds, {
      byId: ask(ledger.origin, expense),
      byName: ask(ledger.origin, { ...texts, category: 'Food' }),
      echo: ask(echo.origin, expense),
    })
    const beside = { what: 'bare Express', figure: figure('/s', rates.echo) }
    const asked = { what: '30 %', atLeast: 0.3 }
    return [
      compared('POST /api/expenses, 64 connections', figure('/s', rates.byId), beside, asked),
      compared('POST /api/expenses, the category by its name', figure('/s', rates.byName), beside),
    ]
  } finally {
    await Promise.all([ledger.stop(), echo.stop()])
  }
}

async function prepare(origin: string) {
  const cookie = await register(origin)
  const client = openClient(origin, cookie)
  const expense = await newExpense(client)
  client.close()
  return { cookie, expense }
}

export async function profilePosting({ place, sizes }: Bench, folder: string): Promise<void> {
  const ledger = await serveLedger(await place.emptyDatabase('posting'), profiling(folder))
  try {
    const { cookie, expense: body } = await prepare(ledger.origin)
    const target = `${ledger.origin}/api/expenses`
    await load({ target, cookie, body, connections: CONNECTIONS, seconds: 3 * sizes.seconds })
  } finally {
    await ledger.stop()
  }
}
