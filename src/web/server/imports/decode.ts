import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../api.ts'
import { invalid } from '../http/problems.ts'
import { say, type Said } from './sayings.ts'

export type Decoded = { text: string; encoding: Encoding; why: Said }

/** Texts have tabs and line ends, and no other control characters. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** The text of `file`, in the encoding that is asked for or else recognised. Throws 422 for what is no text. */
export function decode(file: Uint8Array, asked: Encoding | undefined): Decoded {
  const { encoding, why } = asked ? { encoding: asked, why: say('as-told') } : recognise(file)
  const text = textIn(file, encoding)
  if (text === undefined) throw invalid([{ path: 'encoding', message: `The file is not in ${encoding}` }])
  if (NO_TEXT.test(text)) throw notText()
  return { text, encoding, why }
}

function recognise(file: Uint8Array): Omit<Decoded, 'text'> {
  const [first = 0, second = 0, third = 0] = file
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', why: say('byte-order-mark') }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', why: say('byte-order-mark') }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', why: say('byte-order-mark') }
  const wide = zerosIn(file)
  if (wide) return { encoding: wide, why: say('zeros-between') }
  if (isUtf8(file)) return { encoding: 'utf-8', why: say('valid-utf-8') }
  return { encoding: 'windows-1252', why: say('not-utf-8') }
}

/** UTF-16 without a mark: of Latin text every other byte is zero, the first of each two or the second. */
function zerosIn(file: Uint8Array): Encoding | undefined {
  const sample = file.subarray(0, 2_000)
  const pairs = Math.floor(sample.length / 2)
  let [even, odd] = [0, 0]
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  if (pairs > 0 && odd > pairs * 0.7 && even === 0) return 'utf-16le'
  return pairs > 0 && even > pairs * 0.7 && odd === 0 ? 'utf-16be' : undefined
}

function textIn(file: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file)
  } catch {
    return undefined
  }
}

function notText() {
  const message = 'This is no text file. A spreadsheet has to be saved as CSV first'
  return invalid([{ path: 'file', message }])
}
