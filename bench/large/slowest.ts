import { alone, figure, type Asked, type Line } from '../line.ts'
import { millisecondsOf, quantile } from '../measure.ts'
import type { Client } from '../serving/client.ts'
import type { List } from './lists.ts'

/** Pages that are read of one list before somebody begins at the first again. */
const PAGES = 5

export function within(milliseconds: number): Asked {
  return { what: `${milliseconds.toLocaleString('en')} ms`, atMost: milliseconds }
}

/** What is asked of any list at `path` is asked of the slowest. */
export async function slowestOf(
  client: Client,
  path: string,
  what: string,
  lists: readonly List[],
  pages: number,
  asked?: Asked,
): Promise<Line> {
  const found: { list: List; took: number[] }[] = []
  for (const list of lists) found.push({ list, took: await readPages(client, path, list, pages) })
  const p99 = (took: readonly number[]) => quantile(took, 0.99)
  const [slowest] = found.toSorted((one, other) => p99(other.took) - p99(one.took))
  if (!slowest) throw new Error('There are no lists to read')
  const { user: _user, ...list } = slowest.list
  const half = quantile(slowest.took, 0.5).toFixed(1)
  const note = `the slowest of ${lists.length} lists: ${new URLSearchParams(list).toString()}, half of it in ${half} ms`
  return alone(what, figure('ms', [p99(slowest.took)]), asked, note)
}

/** Milliseconds that each of `count` pages took: the first ones of `list`, over and over. */
async function readPages(client: Client, path: string, list: List, count: number): Promise<number[]> {
  const took: number[] = []
  let cursor: string | null = null
  // One more than is counted: it warms up.
  for (let number = 0; number <= count; number++) {
    const query = new URLSearchParams({ ...list, ...(cursor !== null && { cursor }) })
    const milliseconds = await millisecondsOf(async () => {
      const { body } = await client.get(`${path}?${query.toString()}`)
      cursor = number % PAGES === PAGES - 1 ? null : (body as { next: string | null }).next
    })
    if (number > 0) took.push(milliseconds)
  }
  return took
}
