import { Icon } from '../frame/Icon.tsx'
import { MenuButton, type MenuItem } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { people } from '../page.ts'
import type { FilterBox } from './use-filter-box.ts'
import { useNarrow } from './use-filter.ts'

/** Every kind of token, for whoever does not know how to write one. */
export function FilterMenu({ box }: { box: FilterBox }) {
  const narrow = useNarrow()
  const { add, menu } = messages.filter
  const begins = (label: string, text: string): MenuItem => ({ label, run: () => box.begin(text) })
  const items: MenuItem[] = [
    begins(add.category, 'category:'),
    begins(add.over, 'amount>'),
    begins(add.under, 'amount<'),
    begins(add.currency, 'currency:'),
    ...(people.present.value.length > 1 ? [begins(add.person, 'who:')] : []),
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
