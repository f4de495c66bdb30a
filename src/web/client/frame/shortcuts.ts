import { listKeys } from '../expenses/list-keys.ts'
import { messages } from '../messages.ts'
import { pageKeys } from './keys.ts'

type Place = keyof typeof messages.keys.places
type Line = { keys: readonly string[]; words: string }

const words = messages.keys
const of = (where: 'anywhere' | 'figures'): Line[] => pageKeys.filter((shortcut) => shortcut.where === where)

/** The keys of a form are those of its buttons; they work also where single keys are switched off. */
const form: Line[] = [
  { keys: ['Enter'], words: words.saveForm },
  { keys: ['Mod+Enter'], words: words.saveAndAnother },
  { keys: ['Escape'], words: words.close },
]

/** The shortcuts sheet, from the tables that the keys are read by. */
export const sheet: { where: Place; lines: readonly Line[] }[] = [
  { where: 'anywhere', lines: of('anywhere') },
  { where: 'figures', lines: of('figures') },
  { where: 'list', lines: listKeys },
  { where: 'form', lines: form },
]
