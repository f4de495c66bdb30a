import { Password } from '../web/api.ts'
import { askingHidden } from './ask-hidden.ts'
import { Unusable } from './unusable.ts'

/** A new password: asked twice on the terminal, or the first line of standard input. */
export function askPassword(): Promise<string> {
  return askingHidden(async (ask) => {
    const password = checked(await ask('New password: '))
    if ((await ask('Once more: ')) === password) return password
    throw new Unusable('These are two different passwords. Nothing was changed.')
  })
}

function checked(password: string): string {
  const { success, error } = Password.safeParse(password)
  if (success) return password
  throw new Unusable(`The password: ${error.issues[0]?.message}. Nothing was changed.`)
}
