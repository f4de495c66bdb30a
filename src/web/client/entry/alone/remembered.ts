import * as z from 'zod'
import { UserId } from '../../../../events/ids.ts'
import { Currency } from '../../../../events/money.ts'

/** Enough of a person to begin an expense with. */
const Somebody = z.object({ id: UserId, currency: Currency })
export type Somebody = z.infer<typeof Somebody>

const NAME = 'adding as'

/** Who was here last, so that the form need not wait until the server has said who is. */
export function remembered(storage: Pick<Storage, 'getItem'>): Somebody | undefined {
  const text = storage.getItem(NAME)
  return text === null ? undefined : Somebody.safeParse(JSON.parse(text)).data
}

export function remember(storage: Pick<Storage, 'setItem'>, { id, currency }: Somebody) {
  storage.setItem(NAME, JSON.stringify({ id, currency }))
}
