import { verify } from 'node:crypto'
import { NoteRefused, readVerifierKey } from './note-key.ts'

export { NoteRefused } from './note-key.ts'

/** Bytes of the key's id before each signature. */
const ID = 4

/**
 * The text of `note`, a signed note (c2sp.org/signed-note), if it bears a good signature by `verifierKey`; signatures by others
 * are not looked at. Throws `NoteRefused`.
 */
export function openNote(note: string, verifierKey: string): string {
  const { name, id, publicKey } = readVerifierKey(verifierKey)
  const { text, signatures } = readNote(note)
  const own = signatures.find((signature) => signature.name === name && signature.id.equals(id))
  if (!own) throw new NoteRefused(`Expected a signature by ${name}+${id.toString('hex')}`)
  if (!verify(null, Buffer.from(text), publicKey, own.signature)) {
    throw new NoteRefused(`The signature by ${name} is not of this text`)
  }
  return text
}

function readNote(note: string) {
  const end = note.lastIndexOf('\n\n') + 1
  const lines = note.slice(end + 1).split('\n')
  const signatures = lines.slice(0, -1).map(readSignature)
  const isWhole = end > 0 && lines.at(-1) === '' && signatures.every(({ signature }) => signature.length > 0)
  if (isWhole && signatures.length > 0) return { text: note.slice(0, end), signatures }
  throw new NoteRefused('Expected a signed note: a text, an empty line and a line for each signature')
}

/** Without a signature if the line is none. */
function readSignature(line: string) {
  const [, name = '', text = ''] = /^— ([^+\s]+) (\S+)$/.exec(line) ?? []
  const decoded = Buffer.from(text, 'base64')
  // The same bytes can be written in several ways, of which one is good.
  const bytes = decoded.toString('base64') === text ? decoded : Buffer.of()
  return { name, id: bytes.subarray(0, ID), signature: bytes.subarray(ID) }
}
