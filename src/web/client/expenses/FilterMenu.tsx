import { Icon } from '../frame/Icon.tsx'
import { MenuButton, type MenuItem } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { session } from '../page.ts'
import { othersLedgers } from '../people/ledgers.ts'
import type { FilterBox } from './use-filter-box.ts'
import { useNarrow } from './use-filter.ts'

/** Every kind of token, for whoever does not know how to write one. */
export function FilterMenu({ box }: { box: FilterBox }) {
  const narrow = useNarrow()
  const me = session.me.value
  const hasOthers = me !== undefined && othersLedgers(me, 'see').length > 0
  const { add, menu } = messages.filter
  const begins = (label: string, text: string): MenuItem => ({ label, run: () => box.begin(text) })
  const items: MenuItem[] = [
    begins(add.category, 'category:'),
    begins(add.over, 'amount>'),
    begins(add.under, 'amount<'),
    begins(add.currency, 'currency:'),
    ...(hasOthers ? [begins(add.person, 'who:')] : []),
    { label: add.deleted, run: () => narrow({ deleted: 'true' }) },
    { label: add.any, run: () => narrow({ deleted: 'all' }) },
  ]
  return (
    <MenuButton class="btn quiet" label={menu} items={items}>
      <Icon name="funnel" />
      <span class="word">{menu}</span>
    </MenuButton>
  )
}
