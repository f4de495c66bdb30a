import { secondFactor } from './settings/second-factor.ts'
import { sharing } from './settings/sharing.ts'
import { password, sessions } from './settings/signing-in.ts'
import { tokens } from './settings/tokens.ts'
import { about, appearance, data, formats, keyboard, profile } from './settings/usage.ts'

export const settings = {
  sections: 'Parts of the settings',
  profile,
  password,
  'second-factor': secondFactor,
  sessions,
  tokens,
  sharing,
  formats,
  appearance,
  keyboard,
  data,
  about,
}
