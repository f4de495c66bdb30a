import { alone, figure, type Asked, type Line } from '../line.ts'
import { millisecondsOf, quantile } from '../measure.ts'
import { say } from '../run/say.ts'
import type { Client } from '../serving/client.ts'
import type { List } from './lists.ts'

/** Pages that are read of one list before somebody begins at the first again. */
const PAGES = 5

export function within(milliseconds: number): Asked {
  return { what: `${milliseconds.toLocaleString('en')} ms`, atMost: milliseconds }
}

/** What is asked of any list at `path` is asked of the slowest. One that cannot be read is told, and is not what was asked for. */
export async function slowestOf(
  client: Client,
  path: string,
  what: string,
  lists: readonly List[],
  pages: number,
  asked?: Asked,
): Promise<Line> {
  const found: { list: List; took: number[] }[] = []
  const broken: string[] = []
  for (const list of lists) {
    try {
      found.push({ list, took: await readPages(client, path, list, pages) })
    } catch (error) {
      broken.push(`${wordsOf(list)} broke off: ${String(error)}`)
      say(broken.at(-1) ?? '')
    }
  }
  const p99 = (took: readonly number[]) => quantile(took, 0.99)
  const [slowest] = found.toSorted((one, other) => p99(other.took) - p99(one.took))
  if (!slowest) throw new Error(`None of the lists can be read: ${broken.join('; ')}`)
  const half = quantile(slowest.took, 0.5).toFixed(1)
  const words = `the slowest of ${lists.length} lists: ${wordsOf(slowest.list)}, half of it in ${half} ms`
  const line = alone(what, figure('ms', [p99(slowest.took)]), asked, [words, ...broken].join('; '))
  return broken.length > 0 && asked ? { ...line, reached: false } : line
}

/** Whose it is, is not told: an id says nothing. */
function wordsOf(list: List): string {
  const told = Object.entries(list).map(([name, value]) => `${name}=${isId(value) ? '…' : value}`)
  return told.length > 0 ? told.join(' ') : 'no filter'
}

function isId(value: string): boolean {
  return /^[0-9a-f-]{36}$/.test(value)
}

/** Milliseconds that each of `count` pages took: the first ones of `list`, over and over. */
async function readPages(client: Client, path: string, list: List, count: number): Promise<number[]> {
  const took: number[] = []
  let cursor: string | null = null
  // One round more than is counted: it warms up.
  for (let number = 0; number < PAGES + count; number++) {
    const query = new URLSearchParams({ ...list, ...(cursor !== null && { cursor }) })
    const milliseconds = await millisecondsOf(async () => {
      const { body } = await client.get(`${path}?${query.toString()}`)
      cursor = number % PAGES === PAGES - 1 ? null : (body as { next: string | null }).next
    })
    if (number >= PAGES) took.push(milliseconds)
  }
  return took
}
