import { createHash, createPublicKey, verify } from 'node:crypto'
import { isUtf8 } from 'node:buffer'

// A verifier of audit exports that was written from docs/audit-format.md and shares nothing with the ledger's own. It holds the whole file in
// memory, and says only whether the file is good.

type Members = { [name: string]: unknown }

const NAMES = 'actorId commandId commandIndex data hash metadata position recordedAt stream type userId version'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sha256 = (...parts: readonly (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** Throws, with a reason, unless `file` is the export of a log, signed with the key that `publicKey` (a verifier key) is of. */
export function checkExport(file: Buffer, publicKey: string): { events: number; root: string } {
  must(isUtf8(file) && file.at(-1) === 0x0a, 'UTF-8, with whole lines')
  const lines = file.toString().slice(0, -1).split('\n')
  const values = lines.map((line) => JSON.parse(line) as Members)
  must(
    values.every((value, index) => canonical(value) === lines[index]),
    'every line in canonical form',
  )
  const begin = values.findIndex((value) => !('keys' in value))
  const events = values.slice(begin, -1)
  const root = checkEvents(events)
  const note = values.at(-1)?.checkpoint
  must(typeof note === 'string' && Object.keys(values.at(-1) ?? {}).length === 1, 'a checkpoint at the end')
  const [, size, signed] = openNote(String(note), publicKey).split('\n')
  must(size === String(events.length), 'a checkpoint of as many events')
  must(signed === root.toString('base64'), 'a checkpoint of these events')
  return { events: events.length, root: root.toString('base64') }
}

function checkEvents(events: readonly Members[]): Buffer {
  const versions = new Map<unknown, number>()
  const commands = new Set<unknown>()
  let before: Members = {}
  const leaves = events.map((event, index) => {
    const { hash, ...hashed } = event
    must(Object.keys(event).join(' ') === NAMES, 'the members of an event')
    const { actorId, commandId, userId, stream } = event
    const ids = [actorId ?? userId, commandId, userId, String(stream).replace(/^[a-z]+-/, '')]
    must(
      ids.every((id) => UUID.test(String(id))),
      'UUIDs',
    )
    const leaf = sha256('\0', canonical(hashed))
    must(hash === leaf.toString('hex'), 'an event of this hash')
    must(event.position === index + 1, 'positions without gaps')
    must(index === 0 || String(event.recordedAt) > String(before.recordedAt), 'instants that rise')
    must(event.version === (versions.get(event.stream) ?? 0) + 1, 'versions without gaps')
    versions.set(event.stream, Number(event.version))
    if (event.commandIndex === 0) must(!commands.has(event.commandId), 'a command once')
    else
      must(event.commandId === before.commandId && event.commandIndex === Number(before.commandIndex) + 1, 'its parts')
    commands.add(event.commandId)
    before = event
    return leaf
  })
  return rootOf(leaves)
}

/** RFC 6962, section 2.1, word for word. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? sha256()
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256('\x01', rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

/** The text of a signed note (c2sp.org/signed-note) that bears the signature of `publicKey`. */
function openNote(note: string, publicKey: string): string {
  const [, name, id = '', key = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([\w+/]+)$/.exec(publicKey) ?? []
  const bytes = Buffer.from(key, 'base64')
  must(bytes.length === 33 && bytes[0] === 1, 'an Ed25519 key')
  must(sha256(`${name}\n`, bytes).toString('hex').startsWith(id), 'the id of this key')
  const [, text = '', signatures = ''] = /^([^]*\n)\n((?:— \S+ \S+\n)+)$/.exec(note) ?? []
  const own = signatures
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, signer, base64 = '']) => signer === name && Buffer.from(base64, 'base64').toString('hex', 0, 4) === id)
  const signed = Buffer.from(own?.[2] ?? '', 'base64')
  must(signed.toString('base64') === own?.[2], `a note that ${name} signed with this key`)
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  const ed25519 = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  must(verify(null, Buffer.from(text), ed25519, signed.subarray(4)), 'a signature of this checkpoint')
  return text
}

/** RFC 8785: members in the order of their UTF-16 code units, the rest as ECMAScript writes it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Expected ${what}`)
}
