import test from 'ava'
import { forget } from '../../../../src/web/client/session/forget.ts'
import { ana, ben } from '../../../examples.ts'

/** A browser in which both were, and what of it is left after `work`. */
function left(work: (storage: () => Storage) => void): string[] {
  const names = [`draft ${ana}`, `draft ${ben}`, `searches ${ana}`, 'adding as', 'theme', `list ${ana}`]
  const kept = new Map(names.map((name) => [name, 'kept']))
  const storage = {
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    removeItem: (name: string) => void kept.delete(name),
  }
  work(() => storage as Storage)
  return [...kept.keys()]
}

test('who signs out leaves none of their words behind, and the look of the page', (t) => {
  t.deepEqual(
    left((storage) => forget(storage)),
    ['theme', `list ${ana}`],
  )
})
test('who signs in finds what they had typed, and nothing of others', (t) => {
  t.deepEqual(
    left((storage) => forget(storage, ben)),
    [`draft ${ben}`, 'adding as', 'theme', `list ${ana}`],
  )
})
test('where nothing may be stored there is nothing to forget', (t) => {
  const forbidden = () => {
    throw new Error('Storing is not allowed')
  }
  t.notThrows(() => forget(forbidden))
})
