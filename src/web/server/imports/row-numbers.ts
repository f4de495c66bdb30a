import { invalid } from '../http/problems.ts'

/** `1,2,5-9` as the numbers of rows that a file of `count` rows has. */
export function rowNumbers(text: string, count: number): Set<number> {
  const numbers = new Set<number>()
  for (const range of text.split(',')) {
    const [from = 0, to = from] = range.split('-').map(Number)
    if (from < 1 || to > count || to < from)
      throw invalid([{ path: 'rows', message: `Expected rows from 1 to ${count}` }])
    for (let row = from; row <= to; row++) numbers.add(row)
  }
  return numbers
}
