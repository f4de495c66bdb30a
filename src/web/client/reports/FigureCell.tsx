import type { Currency } from '../../../events/money.ts'
import type { Period } from '../scope/period.ts'
import type { Scope } from '../scope/scope.ts'
import { useLinks } from '../scope/use-scope.ts'
import { Figure } from './Figure.tsx'
import { partOf, type Line } from './spending.ts'

/** What the figures of a table have in common; `saysCurrency` where expenses in other currencies have to be kept out. */
export type Figures = { scope: Scope; currency: Currency; saysCurrency: boolean; as?: 'plain' | 'money' }
type Props = Figures & { total: string; line?: Line | undefined; column?: Period | undefined; isWhole?: boolean }

/** A figure that leads to the expenses that it is made of. */
export function FigureCell({ scope, currency, saysCurrency, as = 'plain', total, line, column, isWhole }: Props) {
  const links = useLinks()
  const month = column ?? line?.month
  const category = line?.category
  const said = { ...(category !== undefined && { category }), ...(saysCurrency && { currency }) }
  const period = month === undefined ? scope.period : partOf(scope.period, month)
  return (
    <td class={isWhole ? 'amount whole' : 'amount'}>
      <a href={links('/expenses', said, { ...scope, period })}>
        <Figure total={total} currency={currency} as={as} />
      </a>
    </td>
  )
}

export function NoFigure() {
  return <td class="amount none">–</td>
}
