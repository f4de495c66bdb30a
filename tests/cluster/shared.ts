import * as z from 'zod'
import { ProjectionStatus } from '../../src/web/api.ts'
import { expect, seen } from '../delivery/told.ts'
import { eventually } from '../faults/eventually.ts'
import { ana } from './callers.ts'
import { underLoad, type Scene } from './under-load.ts'

/** Wrong guesses a minute that an account bears. */
const MOST_FAILURES = 10
const REBUILT = 'expenses'

/** What one replica does about the way in, all the others know. */
export async function sessionsAreShared({ cluster: { replicas } }: Scene): Promise<void> {
  const [one, other] = replicas.map(({ address }) => address) as [string, string]
  const cookie = await signedIn(one)
  for (const { address } of replicas) expect((await session(address, cookie)) === 200, `that ${address} knows her`)
  await fetch(`${other}/api/session`, { method: 'DELETE', headers: { cookie } })
  for (const { address } of replicas) expect((await session(address, cookie)) === 401, `that ${address} forgets her`)
}

export async function failuresAreShared({ cluster: { replicas } }: Scene): Promise<void> {
  const statuses: number[] = []
  for (let turn = 0; turn <= MOST_FAILURES + 1; turn++) {
    const address = replicas[turn % replicas.length]?.address ?? ''
    statuses.push((await signIn(address, { email: 'nobody@example.com', password: 'not this one' })).status)
  }
  seen(statuses.join(' '))
  const expected = statuses.map((_, turn) => (turn < MOST_FAILURES ? 401 : 429))
  expect(statuses.join() === expected.join(), `${MOST_FAILURES} guesses at all replicas together`)
}

export async function rebuildsTakeTurns(scene: Scene): Promise<void> {
  const { replicas } = scene.cluster
  const { cookie } = scene.ana
  await underLoad(scene, async (load) => {
    const asked = replicas.map(({ address }) => {
      return fetch(`${address}/api/projections/${REBUILT}/rebuild`, { method: 'POST', headers: { cookie } })
    })
    const statuses = (await Promise.all(asked)).map(({ status }) => status).toSorted()
    seen(statuses.join(' '))
    expect(statuses[0] === 202, 'that one begins')
    const told = statuses.every((status) => status === 202 || status === 409)
    expect(told, 'that the others begin after it, or are told that it goes on')
    await eventually(async () => !(await isRebuilding(replicas[0]?.address ?? '', cookie)))
    await load.answers(20)
  })
}

async function isRebuilding(address: string, cookie: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/projections`, { headers: { cookie } })
  const statuses = z.array(ProjectionStatus).parse(await answer.json())
  const { state, rebuild } = statuses.find(({ name }) => name === REBUILT)!
  expect(state === 'live', `a projection that goes on, not ${state}`)
  return rebuild !== null
}

async function signedIn(address: string): Promise<string> {
  const answer = await signIn(address, ana)
  expect(answer.status === 201 || answer.status === 200, `that she is let in, not ${answer.status}`)
  return (
    answer.headers
      .getSetCookie()
      .find((one) => one.startsWith('session='))
      ?.split(';')[0] ?? ''
  )
}

function signIn(address: string, { email, password }: { email: string; password: string }): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${address}/api/session`, { method: 'POST', headers, body: JSON.stringify({ email, password }) })
}

async function session(address: string, cookie: string): Promise<number> {
  const answer = await fetch(`${address}/api/session`, { headers: { cookie } })
  await answer.body?.cancel()
  return answer.status
}
