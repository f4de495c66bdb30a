import { createPrivateKey, createPublicKey, hash, randomBytes, sign } from 'node:crypto'

/**
 * A key that signs notes with Ed25519. As text, the way Go's sumdb/note writes them, it is `PRIVATE+KEY+name+id+base64(1 ‖ seed)`,
 * and the verifier key that goes with it `name+id+base64(1 ‖ public key)`.
 */
export type SigningKey = { name: string; verifierKey: string; sign: (text: string) => string }

/** A note, or a key, that is not what it has to be; the message says what was expected. */
export class NoteRefused extends Error {}

const SIGNING_KEY = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/
const VERIFIER_KEY = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/
const SEED = /^[0-9a-f]{64}$/

/** Before a raw key of 32 bytes, these make it DER: PKCS #8 and SubjectPublicKeyInfo (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')
/** Says before a key that it is one of Ed25519. */
const ED25519 = Buffer.of(1)

/** A new signing key, as text; it is named after `name`, or else after itself. */
export function makeSigningKey(name?: string, seed: Buffer = randomBytes(32)): string {
  const own = publicOf(seed)
  const named = name ?? `expense-ledger/${hash('sha256', own).slice(0, 12)}`
  if (/[+\s]/u.test(named) || !named) throw new NoteRefused('Expected a name without spaces and plus signs')
  return `PRIVATE+KEY+${named}+${idOf(named, own).toString('hex')}+${base64(ED25519, seed)}`
}

/** From such a text, or from a seed of 64 hex digits, such as `openssl rand -hex 32` makes. Throws `NoteRefused`. */
export function readSigningKey(text: string): SigningKey {
  const given = text.trim()
  if (SEED.test(given)) return readSigningKey(makeSigningKey(undefined, Buffer.from(given, 'hex')))
  const { name, id, raw: seed } = partsOf(SIGNING_KEY.exec(given))
  const own = seed && publicOf(seed)
  if (!own || !idOf(name, own).equals(id)) {
    throw new NoteRefused('Expected a signing key: 64 hex digits, or PRIVATE+KEY+<name>+<id>+<base64>')
  }
  const privateKey = privateOf(seed)
  return {
    name,
    verifierKey: `${name}+${id.toString('hex')}+${base64(ED25519, own)}`,
    sign: (signed) => `${signed}\n— ${name} ${base64(id, sign(null, Buffer.from(signed), privateKey))}\n`,
  }
}

/** Throws `NoteRefused`. */
export function readVerifierKey(text: string) {
  const { name, id, raw } = partsOf(VERIFIER_KEY.exec(text.trim()))
  if (!raw || !idOf(name, raw).equals(id)) throw new NoteRefused('Expected a verifier key: <name>+<id>+<base64>')
  const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: 'der', type: 'spki' })
  return { name, id, publicKey }
}

function partsOf(found: RegExpExecArray | null) {
  const [, name = '', id = '', key = ''] = found ?? []
  const bytes = Buffer.from(key, 'base64')
  const raw = bytes.subarray(0, 1).equals(ED25519) ? bytes.subarray(1) : undefined
  return { name, id: Buffer.from(id, 'hex'), raw }
}

/** Four bytes that tell keys of one name apart. */
function idOf(name: string, publicKey: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), ED25519, publicKey])
  return hash('sha256', bytes, 'buffer').subarray(0, 4)
}

function privateOf(seed: Buffer) {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' })
}

function publicOf(seed: Buffer): Buffer {
  const der = createPublicKey(privateOf(seed)).export({ format: 'der', type: 'spki' })
  return der.subarray(PUBLIC_DER.length)
}

function base64(...parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('base64')
}
