import { createConnection } from 'mysql2/promise'
import type { Standing } from '../../../../src/commands/rights.ts'
import type { Scope } from '../../../../src/web/api.ts'
import { digestOf } from '../../../../src/web/server/signing-in/secrets.ts'
import { cookieOf } from '../listening.ts'
import type { Agent, Person } from '../served.ts'
import { makeToken, showing } from '../token-holder.ts'
import type { People } from './people.ts'

/** Somebody who asks, and what they are in Ben's ledger. `out` are those who are nobody: `refused` even where nobody is let in. */
export type Caller = {
  name: string
  agent: Agent
  out?: 'nobody' | 'refused'
  isAdmin?: boolean
  standing?: Standing
  scope?: Scope
}

/** Every kind of caller that there is. */
export async function callersOf(people: People): Promise<Caller[]> {
  const { ana, ben, viewer, editor, auditor, fay } = people
  return [
    ...(await thoseWhoAreOut(people)),
    { name: 'the owner', agent: ben.agent, standing: 'owner' },
    { name: 'another member', agent: fay.agent },
    { name: 'a viewer', agent: viewer.agent, standing: 'viewer' },
    { name: 'an editor', agent: editor.agent, standing: 'editor' },
    { name: 'an auditor', agent: auditor.agent, standing: 'auditor' },
    { name: 'an admin', agent: ana.agent, standing: 'admin', isAdmin: true },
    await holder(people, 'the owner’s token to read', ben, 'read', { standing: 'owner' }),
    await holder(people, 'the owner’s token to write', ben, 'write', { standing: 'owner' }),
    await holder(people, 'an editor’s token to read', editor, 'read', { standing: 'editor' }),
    await holder(people, 'an editor’s token to write', editor, 'write', { standing: 'editor' }),
    // Of less scope it is for the own ledger alone, and for those that are shared.
    await holder(people, 'an admin’s token to write', ana, 'write', {}),
    await holder(people, 'an admin’s token for everything', ana, 'admin', { standing: 'admin', isAdmin: true }),
  ]
}

async function holder({ served }: People, name: string, owner: Person, scope: Scope, is: Partial<Caller>) {
  return { name, agent: showing(await makeToken(owner, { scope }), served.nobody()), scope, ...is }
}

/** Nobody, and those who once were somebody: each was Ben. */
async function thoseWhoAreOut({ served, ben }: People): Promise<Caller[]> {
  const { address, nobody } = served
  const [ended, expired, unused] = [
    await cookieOf(address, ben),
    await cookieOf(address, ben),
    await cookieOf(address, ben),
  ]
  await fetch(`${address}/api/session`, { method: 'DELETE', headers: { cookie: ended } })
  const [endedToken, expiredToken] = [await makeToken(ben), await makeToken(ben)]
  await ben.agent.delete(`/api/tokens/${endedToken.id}`).expect(204)
  const database = await createConnection(served.adminUrl)
  const past = 'utc_timestamp(6) - interval 1 second'
  await database.query(`update sessions set expires_at = ${past} where id = ?`, [idOf(expired)])
  await database.query(`update sessions set seen_at = ${past} - interval 14 day where id = ?`, [idOf(unused)])
  await database.query(`update tokens set expires_at = ${past} where id = ?`, [expiredToken.id])
  await database.end()
  const withCookie = (cookie: string) => nobody().set('Cookie', cookie)
  return [
    { name: 'nobody', agent: nobody(), out: 'nobody' },
    { name: 'a session that was ended', agent: withCookie(ended), out: 'nobody' },
    { name: 'a session that has expired', agent: withCookie(expired), out: 'nobody' },
    { name: 'a session that nobody used for 14 days', agent: withCookie(unused), out: 'nobody' },
    { name: 'a token that was ended', agent: showing(endedToken, nobody()), out: 'refused' },
    { name: 'a token that has expired', agent: showing(expiredToken, nobody()), out: 'refused' },
    { name: 'a token that never was', agent: showing({ token: `ledger_${'0'.repeat(64)}` }, nobody()), out: 'refused' },
  ]
}

function idOf(cookie: string): Buffer {
  return digestOf(cookie.slice('session='.length))
}
