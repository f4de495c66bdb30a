import type { User } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { format } from '../page.ts'

/** `plain` is for a place that says the currency. */
type Props = { total: string; currency: Currency; as?: 'plain' | 'money' | 'signed' }

/** `84.20`, `€84.20` or, as a difference, `+€84.20`. */
export function Figure({ total, currency, as = 'plain' }: Props) {
  const written = { plain: format.amount, money: format.money, signed: format.signedMoney }
  return <span class="num figure">{written[as](total, currency)}</span>
}

/** One's own currency goes without saying. */
export function OwnFigure({ me, total, currency }: { me: User; total: string; currency: Currency }) {
  return <Figure total={total} currency={currency} as={currency === me.currency ? 'plain' : 'money'} />
}
