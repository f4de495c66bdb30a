import test from 'ava'
import fc from 'fast-check'
import { CalendarDate, Instant, justBefore } from '../../src/events/calendar.ts'

const isDate = (text: unknown) => CalendarDate.safeParse(text).success

test('every day there is, is a date', (t) => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(fc.property(day, (date) => isDate(date.toISOString().slice(0, 10))))
  t.true(isDate('2024-02-29'))
  t.true(isDate('2000-02-29'))
})

test('a day that there is not, is no date', (t) => {
  for (const text of ['2026-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])
    t.false(isDate(text), text)
})

test('a date is written in one way', (t) => {
  const spellings = ['2026-1-5', '20260105', '05.01.2026', '2026-01-05T00:00:00Z', ' 2026-01-05', '2026-01-05\n', '', 0]
  for (const text of spellings) t.false(isDate(text), String(text))
})

test('years are those that every database can hold', (t) => {
  t.true(isDate('1000-01-01'))
  t.true(isDate('9999-12-31'))
  for (const text of ['0999-12-31', '0000-01-01', '10000-01-01', '-001-01-01']) t.false(isDate(text), text)
})

test('an instant has six digits and is in UTC', (t) => {
  t.true(Instant.safeParse('2026-11-23T09:12:00.000001Z').success)
  for (const text of [
    '2026-11-23T09:12:00Z',
    '2026-11-23T09:12:00.000Z',
    '2026-11-23T09:12:00.000001+00:00',
    '2026-11-23 09:12:00.000001',
  ])
    t.false(Instant.safeParse(text).success, text)
})

test('just before an instant is a microsecond earlier', (t) => {
  const before = [
    ['2026-11-23T09:12:00.000002Z', '2026-11-23T09:12:00.000001Z'],
    ['2026-11-23T09:12:00.100000Z', '2026-11-23T09:12:00.099999Z'],
    ['2026-11-23T09:12:00.000000Z', '2026-11-23T09:11:59.999999Z'],
    ['2024-03-01T00:00:00.000000Z', '2024-02-29T23:59:59.999999Z'],
    ['1000-01-01T00:00:00.000000Z', '0999-12-31T23:59:59.999999Z'],
  ]
  for (const [instant, earlier] of before) t.is(justBefore(Instant.parse(instant)), Instant.parse(earlier))
})
