import { signal, type Signal } from '@preact/signals'
import type { UserId } from '../../../events/ids.ts'
import { isListOf, isOneOf, readKept, type Checks } from '../kept.ts'
import type { Column } from './columns.ts'
import type { Filter } from './filter.ts'

/** The columns that a person may add to those that the list always has, in the order in which they stand. */
export const furtherColumns = ['currency', 'recorded', 'changedBy'] as const satisfies Column[]
export type FurtherColumn = (typeof furtherColumns)[number]

export type ListLook = {
  columns: FurtherColumn[]
  /** How high a row is. */
  rows: 'comfortable' | 'compact'
}
const listLook: Checks<ListLook> = {
  columns: isListOf(isOneOf(furtherColumns)),
  rows: isOneOf(['comfortable', 'compact']),
}

const usual: ListLook = { columns: [], rows: 'comfortable' }

export type ListLooks = ReturnType<typeof openListLooks>

/** How each person wants the list to look; kept in this browser. */
export function openListLooks(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
  const known = new Map<UserId, Signal<ListLook>>()

  function of(id: UserId): Signal<ListLook> {
    const look = known.get(id) ?? signal(readKept(storage().getItem(keyOf(id)), listLook) ?? usual)
    known.set(id, look)
    return look
  }

  return {
    of: (id: UserId): ListLook => of(id).value,
    change(id: UserId, changed: Partial<ListLook>) {
      const look = { ...of(id).value, ...changed }
      look.columns = furtherColumns.filter((column) => look.columns.includes(column))
      of(id).value = look
      storage().setItem(keyOf(id), JSON.stringify(look))
    },
  }
}

const keyOf = (id: UserId) => `list ${id}`

/** The columns of a list, in their order: whose it is where there are several people's, and what the list is sorted by. */
export function columnsOf({ columns }: ListLook, { whose, sort }: Pick<Filter, 'whose' | 'sort'>): Column[] {
  const further = furtherColumns.filter(
    (column) => columns.includes(column) || (column === 'recorded' && sort.endsWith(column)),
  )
  return ['date', 'description', 'category', ...(whose === 'all' ? ['person' as const] : []), ...further, 'amount']
}
