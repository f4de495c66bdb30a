import type { Category, Total, User } from '../../api.ts'
import { Amount } from '../expenses/Amount.tsx'
import { ownFirst } from '../expenses/days.ts'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { wide } from '../frame/wide.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { useLinks, useScope } from '../scope/use-scope.ts'
import type { CategoryFigures } from './figures.ts'
import { changes } from './parts.ts'
import { Swatch } from './Swatch.tsx'

type Props = {
  owner: Pick<User, 'currency'>
  of: CategoryFigures
  onChange: ((category: Category) => void) | undefined
}

/** A category, which leads to its expenses of the period, and what they come to. */
export function CategoryRow({ owner, of: { category, count, totals, share }, onChange }: Props) {
  const links = useLinks()
  const { whose } = useScope()
  const words = pageMessages.categories
  const { name, colour } = category
  return (
    <tr>
      <th scope="row">
        <a class="cat" href={links('/expenses', { category: name }, whose === 'all' ? { whose: 'own' } : {})}>
          <Swatch colour={colour} /> <bdi>{name}</bdi>
        </a>
        {!wide.value && <small>{words.count(count, format.count(count))}</small>}
      </th>
      {wide.value && (
        <>
          <td class="share">{share > 0 && <Bar colour={colour} share={share} />}</td>
          <td class="amount">{format.count(count)}</td>
        </>
      )}
      <td class="amount">{totals.length === 0 ? <span class="muted">–</span> : <Sums owner={owner} of={totals} />}</td>
      {onChange && (
        <td class="actions">
          <Actions category={category} onChange={() => onChange(category)} />
        </td>
      )}
    </tr>
  )
}

/** One sum for each currency, the owner's first. */
export function Sums({ owner, of }: { owner: Pick<User, 'currency'>; of: readonly Total[] }) {
  return ownFirst(of, owner).map(({ currency, total }) => (
    <div key={currency}>
      <Amount me={owner} of={{ amount: total, currency }} plain={false} />
    </div>
  ))
}

/** How much it is beside the largest; the amount says it, too. */
function Bar({ colour, share }: { colour: string; share: number }) {
  return (
    <svg class="share-bar" aria-hidden="true">
      <rect width={`${share * 100}%`} height="100%" rx="4" fill={colour} />
    </svg>
  )
}

function Actions({ category, onChange }: { category: Category; onChange: () => void }) {
  const words = pageMessages.categories
  const items = category.archived
    ? [{ label: words.bringBack, icon: 'back' as const, run: () => void changes.bringBack(category) }]
    : [
        { label: words.change, icon: 'pencil' as const, run: onChange },
        { label: words.archive, icon: 'archive' as const, run: () => void changes.archive(category) },
      ]
  return (
    <MenuButton class="btn quiet" label={messages.list.actions(category.name)} items={items}>
      <Icon name="more" />
    </MenuButton>
  )
}
