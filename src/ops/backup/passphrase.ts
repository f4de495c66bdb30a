import { readFileSync } from 'node:fs'
import { askingHidden } from '../ask-hidden.ts'
import { Unusable } from '../unusable.ts'

/** A passphrase is typed, or is the first line of a file; as an argument everybody on the machine would see it. */
export type PassphraseOptions = { passphrase?: boolean | undefined; 'passphrase-file'?: string | undefined }

/** Whoever has the file can try as fast as their machines go. */
const SHORTEST = 12

/** What a new backup is to be encrypted under, if anything. */
export async function newPassphrase(given: PassphraseOptions): Promise<string | undefined> {
  const { passphrase: isAsked = false, 'passphrase-file': file } = given
  if (file !== undefined) return longEnough(firstLine(file))
  return isAsked ? askingHidden(askTwice) : undefined
}

/** What a backup was encrypted under. */
export async function knownPassphrase(given: PassphraseOptions): Promise<string> {
  const { passphrase: isAsked = process.stdin.isTTY, 'passphrase-file': file } = given
  if (file !== undefined) return firstLine(file)
  if (isAsked) return askingHidden((ask) => ask('Passphrase: '))
  throw new Unusable('The backup is encrypted: expected --passphrase-file, or --passphrase to be asked for it')
}

async function askTwice(ask: (prompt: string) => Promise<string>): Promise<string> {
  const passphrase = longEnough(await ask('New passphrase: '))
  if ((await ask('Once more: ')) === passphrase) return passphrase
  throw new Unusable('These are two different passphrases. Nothing was written.')
}

function longEnough(passphrase: string): string {
  if (passphrase.length >= SHORTEST) return passphrase
  throw new Unusable(`The passphrase: expected at least ${SHORTEST} characters`)
}

function firstLine(file: string): string {
  try {
    return /^[^\r\n]*/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
  } catch (error) {
    throw new Unusable(`--passphrase-file: ${file} cannot be read (${(error as Error).message})`)
  }
}
