import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import type { Scope } from '../scope/scope.ts'

export type Choice = { whose: Scope['whose']; name: string }

/** Whose ledger `me` can look at, oneself first. Somebody in the address who is not there (any more) is named as nobody knows them. */
export function choicesOf(
  me: User,
  others: readonly Pick<User, 'id' | 'name'>[],
  shown: Scope['whose'],
  withAll: boolean,
): Choice[] {
  const words = messages.people.whose
  const usual: Choice[] = [{ whose: 'own', name: words.own }]
  if (withAll) usual.push({ whose: 'all', name: words.everybody })
  const choices = [...usual, ...others.map(({ id, name }) => ({ whose: id, name }))]
  const isKnown = choices.some(({ whose }) => whose === chosenOf(me, shown, withAll))
  return isKnown ? choices : [...choices, { whose: shown, name: words.unknown }]
}

/** The choice that `shown` is; a page that cannot show everybody's shows one's own. */
export function chosenOf(me: User, shown: Scope['whose'], withAll: boolean): Scope['whose'] {
  return shown === me.id || (shown === 'all' && !withAll) ? 'own' : shown
}
