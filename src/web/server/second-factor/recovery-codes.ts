import { randomBytes } from 'node:crypto'
import { digestOf } from '../signing-in/secrets.ts'

export const HOW_MANY = 10
/** Crockford's: without letters that are taken for digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 80 bits: whoever has read their hashes cannot try them all. */
const LENGTH = 16

/** Ten new ones, as they are shown: `7k3m-…`, four by four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, newRecoveryCode)
}

function newRecoveryCode(): string {
  // 256 is a multiple of 32: each letter is as likely as any other.
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length])
  return letters.join('').replace(/.{4}(?=.)/g, '$&-')
}

/** What is stored of a code, however it was typed: in capitals, without dashes, with an O for the nought. */
export function recoveryDigest(code: string): Buffer {
  return digestOf(code.toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1'))
}
