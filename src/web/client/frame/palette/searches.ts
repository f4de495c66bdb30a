/** How many are kept. */
const MOST = 5

type Kept = Pick<Storage, 'getItem' | 'setItem'>

/** What `person` searched for in this browser, the latest first. */
export function searchesOf(person: string, storage: Kept): string[] {
  const text = storage.getItem(keyOf(person))
  return text === null ? [] : text.split('\n')
}

export function rememberSearch(person: string, search: string, storage: Kept): void {
  const wanted = search.trim().replace(/\s+/g, ' ')
  if (wanted === '') return
  const others = searchesOf(person, storage).filter((known) => known.toLowerCase() !== wanted.toLowerCase())
  storage.setItem(keyOf(person), [wanted, ...others].slice(0, MOST).join('\n'))
}

const keyOf = (person: string) => `searches ${person}`
