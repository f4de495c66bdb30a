import { columnOf, type ExpenseKey, type ExpenseSort } from '../expenses/sort.ts'
import type { Standing } from '../reports/standings.ts'
import { majorOf, parseMajor } from './major.ts'

type Value = string | bigint | number
/** What an expense is sorted by, and its position: ties go by that, in the same direction. */
type Placed = { value: Value; position: number }

/** `standings` as `sort` has them. */
export function sorted(standings: readonly Standing[], sort: ExpenseSort): Standing[] {
  const placed = standings.map((standing) => ({ standing, ...placeOf(standing, sort) }))
  const sign = directionOf(sort)
  return placed.sort((one, other) => sign * compare(one, other)).map(({ standing }) => standing)
}

/** How many of `standings`, which are in the order of `sort`, do not come after `key`. */
export function countUpTo(standings: readonly Standing[], sort: ExpenseSort, key: ExpenseKey): number {
  const last = { value: valueIn(key, sort), position: key.position }
  const sign = directionOf(sort)
  let [least, most] = [0, standings.length]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    const standing = standings[middle] as Standing
    if (sign * compare(placeOf(standing, sort), last) <= 0) least = middle + 1
    else most = middle
  }
  return least
}

function placeOf(standing: Standing, sort: ExpenseSort): Placed {
  const { date, position } = standing
  switch (columnOf(sort)) {
    case 'date':
      return { value: date, position }
    case 'major':
      return { value: majorOf(standing), position }
    case 'position':
      return { value: position, position }
  }
}

function valueIn({ value, position }: ExpenseKey, sort: ExpenseSort): Value {
  switch (columnOf(sort)) {
    case 'date':
      return value
    case 'major':
      return parseMajor(value)
    case 'position':
      return position
  }
}

function compare(one: Placed, other: Placed): number {
  if (one.value !== other.value) return one.value < other.value ? -1 : 1
  return one.position - other.position
}

function directionOf(sort: ExpenseSort): 1 | -1 {
  return sort.startsWith('-') ? -1 : 1
}
