import { invalid } from '../http/problems.ts'

/** The numbers of rows that a file of `count` rows has: `1,2,5-9`, or `~` and a bit for each row in base64url. */
export function rowNumbers(text: string, count: number): Set<number> {
  const numbers = new Set<number>()
  const ranges = text.startsWith('~') ? bitsIn(text.slice(1)) : rangesIn(text)
  for (const [from = 0, to = from] of ranges) {
    if (from < 1 || to > count || to < from)
      throw invalid([{ path: 'rows', message: `Expected rows from 1 to ${count}` }])
    for (let row = from; row <= to; row++) numbers.add(row)
  }
  return numbers
}

function rangesIn(text: string): number[][] {
  return text.split(',').map((range) => range.split('-').map(Number))
}

const BITS = [0, 1, 2, 3, 4, 5, 6, 7]

/** The lowest bit of the first byte stands for row 1. */
function bitsIn(text: string): number[][] {
  const bytes = [...Buffer.from(text, 'base64url')]
  return bytes.flatMap((byte, index) => {
    const set = BITS.filter((bit) => (byte >> bit) % 2 === 1)
    return set.map((bit) => [index * 8 + bit + 1])
  })
}
