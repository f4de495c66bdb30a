import test from 'ava'
import { columnsOf, openListLooks } from '../../../../src/web/client/expenses/list-look.ts'
import { ana, ben } from '../../../examples.ts'

function open(kept: Record<string, string> = {}) {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => void (kept[key] = text),
  }
  return { looks: openListLooks(() => storage), kept }
}
const own = { whose: 'own', sort: '-date' } as const

test('how somebody wants the list to look is there again on the next visit', (t) => {
  const { looks, kept } = open()
  t.deepEqual(looks.of(ana), { columns: [], rows: 'comfortable' })
  looks.change(ana, { rows: 'compact' })
  looks.change(ana, { columns: ['changedBy', 'currency'] })
  const again = open(kept).looks
  t.deepEqual(again.of(ana), { columns: ['currency', 'changedBy'], rows: 'compact' })
  t.deepEqual(again.of(ben), { columns: [], rows: 'comfortable' })
})
test('what does not fit any more is as usual', (t) => {
  t.deepEqual(open({ [`list ${ana}`]: '{"columns":["mood"],"rows":"compact"}' }).looks.of(ana).columns, [])
  t.is(open({ [`list ${ana}`]: 'compact' }).looks.of(ana).rows, 'comfortable')
})
test('columns stand in one order, whoever chose them', (t) => {
  const look = { columns: ['currency', 'changedBy'], rows: 'compact' } as const
  t.deepEqual(columnsOf({ ...look, columns: [] }, own), ['date', 'description', 'category', 'amount'])
  t.deepEqual(columnsOf({ ...look, columns: [...look.columns] }, { whose: 'all', sort: 'recorded' }), [
    'date',
    'description',
    'category',
    'person',
    'currency',
    'recorded',
    'changedBy',
    'amount',
  ])
})
