import test from 'ava'
import fc from 'fast-check'
import { CHUNK, chunksAround, openHeights, segmentsOf } from '../../../../src/web/client/expenses/row-window.ts'

const ten = () => 10

test('only the chunks of a stretch are there; the others leave their room', (t) => {
  const segments = segmentsOf(8, ten, { from: 25, to: 45 })
  t.deepEqual(segments, [{ at: 0, room: 20 }, { at: 2 }, { at: 3 }, { at: 4 }, { at: 5, room: 30 }])
})
test('a chunk that is kept is there wherever it is', (t) => {
  const segments = segmentsOf(6, ten, { from: 0, to: 10 }, [4])
  t.deepEqual(segments, [{ at: 0 }, { at: 1, room: 30 }, { at: 4 }, { at: 5, room: 10 }])
})
test('where nothing is, nothing takes room', (t) => {
  t.deepEqual(segmentsOf(0, ten, { from: 0, to: 10 }), [])
})
test('the room of all chunks is the same whatever is shown', (t) => {
  const heights = fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 40 })
  fc.assert(
    fc.property(heights, fc.nat(9_000), fc.nat(2_000), fc.nat(40), (all, from, length, kept) => {
      const heightOf = (chunk: number) => all[chunk] ?? 0
      const segments = segmentsOf(all.length, heightOf, { from, to: from + length }, [kept])
      const taken = segments.reduce((sum, { at, room }) => sum + (room ?? heightOf(at)), 0)
      t.is(
        taken,
        all.reduce((sum, height) => sum + height, 0),
      )
      t.deepEqual(
        segments.map(({ at }) => at),
        segments.map(({ at }) => at).toSorted((one, other) => one - other),
      )
    }),
  )
})
test('around a row at the edge of its chunk the next chunk is meant too', (t) => {
  t.deepEqual(chunksAround(0), [0])
  t.deepEqual(chunksAround(5), [0])
  t.deepEqual(chunksAround(CHUNK - 1), [0, 1])
  t.deepEqual(chunksAround(CHUNK), [0, 1])
})
test('a chunk that was not measured is taken to be like the others', (t) => {
  const heights = openHeights(100)
  t.is(heights.of(3), 100)
  heights.measure(0, 50)
  heights.measure(1, 70)
  t.is(heights.of(0), 50)
  t.is(heights.of(3), 60)
  heights.measure(0, 90)
  t.is(heights.of(3), 80)
})
