import { MadeToken } from '../../../src/web/api.ts'
import type { Agent, Person } from './served.ts'

/** Makes a token of scope `write`, or whatever `more` makes of it. */
export async function makeToken({ agent }: Person, more: object = {}): Promise<MadeToken> {
  const answer = await agent.post('/api/tokens').send({ name: 'A script', scope: 'write', ...more })
  return MadeToken.parse(answer.body)
}

/** Makes `agent` show a token with everything that it asks. */
export function showing({ token }: { token: string }, agent: Agent): Agent {
  return agent.set('Authorization', `Bearer ${token}`)
}
