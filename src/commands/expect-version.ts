import type { By } from './by.ts'
import type { Folded } from './folded.ts'
import { Rejected } from './rejected.ts'

/** Refuses a command that was meant for another version than the newest. */
export function expectVersion(folded: Folded<unknown>, { version }: By): void {
  if (version === undefined || version === folded.version) return
  throw new Rejected('StaleVersion', `Changed meanwhile: the version is ${folded.version}, not ${version}`)
}
