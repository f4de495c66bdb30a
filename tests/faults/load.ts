import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../src/events/ids.ts'
import { Expense, Problem } from '../../src/web/api.ts'
import { eventually } from './eventually.ts'

/** Milliseconds within which every caller is answered, whatever happens to the database: ten seconds, and many more on a busy machine. */
const BOUND = 30_000
/** Milliseconds before a command is sent again: less than Retry-After asks for, to be there when things go wrong. */
const PAUSE = 100

/** What callers were told. `surprises` are answers, or hangs, that the contract does not know. */
export type Told = {
  answered: { id: string; position: number }[]
  turnedAway: number
  /** Nobody was there to answer. */
  unanswered: number
  surprises: string[]
  /** Milliseconds that one answer took. */
  longest: number
}

/** Some callers who record expenses, each one after the other, and repeat each command under its key until it is answered. */
export function startLoad(addresses: readonly string[], cookie: string, clients: number) {
  const told: Told = { answered: [], turnedAway: 0, unanswered: 0, surprises: [], longest: 0 }
  let over = false
  const done = Promise.all(Array.from({ length: clients }, (_, client) => work(client)))

  async function work(client: number): Promise<void> {
    for (let turn = client; !over; turn++) await record(turn)
  }

  async function record(turn: number): Promise<void> {
    const key = newId()
    const category = ['Food', 'Travel', 'Rent', 'Café'][turn % 4]
    const body = JSON.stringify({ category, description: key, date: '2026-11-23', amount: '12.50' })
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, cookie }
    for (let attempt = 0; ; attempt++) {
      const address = addresses[(turn + attempt) % addresses.length]
      if (await tell(() => fetch(`${address}/api/expenses`, { method: 'POST', headers, body, ...limit() }))) return
      await pause(PAUSE)
    }
  }

  /** Whether the command was answered, and so is over. */
  async function tell(ask: () => Promise<Response>): Promise<boolean> {
    const begun = performance.now()
    try {
      const answer = await ask()
      const text = await answer.text()
      return note(answer, JSON.parse(text))
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') told.surprises.push(`No answer in ${BOUND} ms`)
      told.unanswered += 1
      return false
    } finally {
      told.longest = Math.max(told.longest, performance.now() - begun)
    }
  }

  function note({ status, headers }: Response, body: unknown): boolean {
    if (status === 201) {
      told.answered.push({ id: Expense.parse(body).id, position: Number(headers.get('Ledger-Position')) })
      return true
    }
    const asked = status === 503 && headers.get('Retry-After') !== null && Problem.safeParse(body).success
    if (asked) told.turnedAway += 1
    else told.surprises.push(`${status} ${JSON.stringify(body)}`)
    return false
  }

  return {
    told,
    /** Resolves once so many more commands have been answered. */
    answers: (more: number) => {
      const goal = told.answered.length + more
      return eventually(async () => told.answered.length >= goal)
    },
    /** Resolves once somebody more was turned away. */
    turnsAway: () => {
      const goal = told.turnedAway + 1
      return eventually(async () => told.turnedAway >= goal)
    },
    /** Each caller finishes what it has begun. */
    async stop(): Promise<Told> {
      over = true
      await done
      return told
    },
  }
}

function limit() {
  return { signal: AbortSignal.timeout(BOUND) }
}
