import type { User } from '../../../api.ts'
import { isCurrency, readKept, type Checks } from '../../kept.ts'
import { isId } from '../../read-id.ts'

/** Enough of a person to begin an expense with. */
export type Somebody = Pick<User, 'id' | 'currency'>
const somebody: Checks<Somebody> = { id: isId, currency: isCurrency }

const NAME = 'adding as'

/** Who was here last, so that the form need not wait until the server has said who is. */
export function remembered(storage: Pick<Storage, 'getItem'>): Somebody | undefined {
  return readKept(storage.getItem(NAME), somebody)
}

export function remember(storage: Pick<Storage, 'setItem'>, { id, currency }: Somebody) {
  storage.setItem(NAME, JSON.stringify({ id, currency }))
}
