import { RecoveryCodes, SecondFactorOffer } from '../../../../src/web/api.ts'
import { codeAt, stepAt } from '../../../../src/web/server/second-factor/totp.ts'
import { bodyOf, PASSWORD, type Agent } from '../served.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a secret as an app reads them. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** What an authenticator app shows for `secret` at `now`. */
export function shown(secret: string, now = Date.now()): string {
  return codeAt(fromBase32(secret), stepAt(now))
}

/** Six digits that are not those of any half minute near `now`. */
export function wrong(secret: string, now = Date.now()): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => shown(secret, now + steps * 30_000))
  return ['111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !near.includes(code)) ?? ''
}

/** Gives an app the secret, and asks for nothing yet. */
export async function offer({ agent }: { agent: Agent }): Promise<string> {
  const answer = await agent.post('/api/second-factor').send({ current: PASSWORD }).expect(201)
  return SecondFactorOffer.parse(bodyOf(answer)).secret
}

/** Turns on the second factor of whoever is signed in; `secret` is what the app knows then. */
export async function turnOn(person: { agent: Agent }): Promise<{ secret: string; codes: string[] }> {
  const secret = await offer(person)
  const answer = await person.agent
    .post('/api/second-factor/on')
    .send({ code: shown(secret) })
    .expect(201)
  return { secret, codes: RecoveryCodes.parse(bodyOf(answer)).codes }
}
