import test from 'ava'
import { anaRegistered, foodAdded, lunch, lunchRecorded } from '../examples.ts'
import { projected } from '../projections/projected.ts'
import { runVerb } from './ledger-process.ts'

test('a rebuild lists what was wrong in the table that it replaces; one that was kept can be put back', async (t) => {
  const { projections, append, rows, url } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('update expenses set amount = 1')
  const verb = (...args: string[]) => runVerb(t, args, { DATABASE_URL: url })
  const amount = async () => Number((await rows<{ amount: number }>('select amount from expenses'))[0]?.amount)

  const { code, said } = await verb('rebuild', 'expenses', '--keep')
  t.is(code, 0, said)
  const difference = { projection: 'expenses', key: lunch, field: 'amount', expected: 1250, actual: 1 }
  const [first, ...rest] = said.slice(said.indexOf(JSON.stringify(difference))).split('\n')
  t.is(first, JSON.stringify(difference))
  t.regex(rest[0] ?? '', /^Rebuilt expenses from 3 events in \d+\.\d s$/)
  t.is(rest[1], 'Kept expenses_old: rebuild expenses --back puts it back')
  t.is(await amount(), 1250)

  const back = await verb('rebuild', 'expenses', '--back')
  t.is(back.code, 0, back.said)
  t.regex(back.said, /^expenses_old is expenses again, and up to date; what was expenses is kept as expenses_old$/m)
  t.is(await amount(), 1)
})
