import test from 'ava'
import fc from 'fast-check'
import { Instant } from '../../../src/events/calendar.ts'
import { trackDatabaseClock } from '../../../src/events/log/database-clock.ts'
import {
  fromSqlTime,
  instantToSqlTime,
  sqlTimeToInstant,
  toInstant,
  toSqlTime,
} from '../../../src/events/log/instants.ts'

const micros = fc.integer({ min: 0, max: Date.UTC(2255, 0, 1) * 1000 })

test('an instant keeps its microseconds on the way to the database and back', (t) => {
  fc.assert(
    fc.property(micros, (instant) => {
      t.is(fromSqlTime(toSqlTime(instant)), instant)
      t.is(sqlTimeToInstant(toSqlTime(instant)), Instant.parse(toInstant(instant)))
      t.is(instantToSqlTime(toInstant(instant)), toSqlTime(instant))
    }),
  )
})

test('later instants sort after earlier ones', (t) => {
  fc.assert(
    fc.property(micros, micros, (one, other) => one === other || toInstant(one) < toInstant(other) === one < other),
  )
  t.pass()
})

test('instants are written as RFC 3339 and as MySQL do', (t) => {
  const instant = Date.UTC(2026, 10, 23, 9, 12) * 1000 + 1
  t.is(toInstant(instant), '2026-11-23T09:12:00.000001Z' as Instant)
  t.is(toSqlTime(instant), '2026-11-23 09:12:00.000001')
  t.is(toInstant(0), '1970-01-01T00:00:00.000000Z' as Instant)
})

test("the database's clock is not known before it was looked at", (t) => {
  t.is(trackDatabaseClock(() => 0).now(), undefined)
})

test("the database's clock is looked at first of all, and again a second later", (t) => {
  let now = 0
  const clock = trackDatabaseClock(() => now)
  t.true(clock.isDue())
  clock.observe(5_000_000)
  now = 1_000
  t.false(clock.isDue())
  now = 1_001
  t.true(clock.isDue())
})

test("the database's clock goes on from what it said, and is never ahead of it", (t) => {
  let now = 1010
  const clock = trackDatabaseClock(() => now)
  clock.observe(5_000_000)
  t.is(clock.now(), 5_000_000)
  now = 1015.0015
  t.is(clock.now(), 5_005_001)
  clock.observe(9_000_000)
  t.is(clock.now(), 9_000_000)
})
