import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { amendExpense, recordExpense } from '../../src/commands/expense-commands.ts'
import { CalendarDate } from '../../src/events/calendar.ts'
import { Changes, Spending, Statement } from '../../src/web/api.ts'
import { undefuse } from '../../src/web/server/exports/csv.ts'
import { anybody, freshLedger, lunchAt } from '../commands/fresh-ledger.ts'
import { ana, anaFields, ben, dinner, JPY, lunch } from '../examples.ts'
import { parse } from '../web/server/exports/parse.ts'
import { runVerb } from './ledger-process.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Ana's lunch, which became cheaper, and her dinner in yen; a lunch of Ben's. Resolves to how to ask for a report. */
async function told(t: ExecutionContext) {
  const { one, log, url } = await freshLedger(t)
  await one.ask(recordExpense({ id: lunch, ...lunchAt(), description: '=1+1\u009b31m' }, anybody))
  const date = CalendarDate.parse('2026-12-01')
  const meal = { date, amount: '1500', currency: JPY, description: '港で\nランチ' }
  await one.ask(recordExpense({ id: dinner, ...lunchAt(), ...meal }, anybody))
  await one.ask(recordExpense({ id: ben as never, ...lunchAt(ben) }, anybody), { actorId: ben })
  const before = (await log.head()).position
  await one.ask(amendExpense(lunch, { amount: '9.90' }, anybody))
  const report = (...args: string[]) => runVerb(t, ['report', ...args], { DATABASE_URL: url })
  return { report, before, url }
}

test('a report is a table that a terminal can show, whatever people wrote', async (t) => {
  const { report, before } = await told(t)
  const { code, answered, said } = await report('statement', '--user', anaFields.email, '--as-of', String(before))
  t.is(code, 0, said)
  const [title, ...lines] = answered.split('\n')
  t.regex(title!, new RegExp(`^Statement as of position ${before}, recorded 20\\d\\d-`))
  t.deepEqual(lines, [
    '',
    'date        category  description  amount  running  currency',
    '2026-11-23  Food      =1+1 31m      12.50    12.50  EUR',
    '2026-12-01  Food      港で ランチ    1500     1500  JPY',
    '',
    'In all',
    'currency  count  total',
    'EUR           1  12.50',
    'JPY           1   1500',
    '',
  ])
})

test('a report is CSV that no spreadsheet runs', async (t) => {
  const { report, before } = await told(t)
  const { answered, said } = await report('statement', '--user', ana, '--format', 'csv')
  t.regex(said, new RegExp(`^Statement as of position ${before + 1}, recorded 20\\d\\d-`, 'm'))
  const statement = parse(answered)
  t.deepEqual(statement[0]!.slice(0, 6), ['date', 'category', 'description', 'amount', 'running', 'currency'])
  t.deepEqual(statement[1]!.slice(0, 6), ['2026-11-23', 'Food', "'=1+1\u009b31m", '9.90', '9.90', 'EUR'])
  t.is(undefuse(statement[1]![2]!), '=1+1\u009b31m')
  const spending = parse((await report('spending', '--group', 'month', '--format', 'csv')).answered)
  t.deepEqual(spending, [
    ['month', 'currency', 'count', 'total'],
    ['2026-11', 'EUR', '2', '22.40'],
    ['2026-12', 'JPY', '1', '1500'],
  ])
})

test('changes tell each event with its part of the difference', async (t) => {
  const { report, before } = await told(t)
  const { answered } = await report('changes', '--since', String(before), '--user', ana)
  t.regex(answered, /ExpenseAmended {2}Ana Prüfer {2}2026-11-23 {2}Food +=1\+1 31m +0 +-2\.60 {2}EUR/)
  t.regex(answered, /Difference\ncurrency {2}count {2}total\nEUR +0 {2}-2\.60\n$/)
  const csv = parse((await report('changes', '--since', '0', '--until', String(before), '--format', 'csv')).answered)
  t.deepEqual(
    csv.slice(1).map((cells) => cells.slice(7, 10)),
    [
      ['1', '12.50', 'EUR'],
      ['1', '12.50', 'EUR'],
      ['1', '1500', 'JPY'],
    ],
  )
})

test('a report is JSON as it is over HTTP', async (t) => {
  const { report, before } = await told(t)
  const json = async (...args: string[]): Promise<unknown> => JSON.parse((await report(...args)).answered)
  t.is(Spending.parse(await json('spending', '--json')).totals[0]?.total, '22.40')
  t.is(Statement.parse(await json('statement', '--format', 'json', '--to', '2026-11-30')).items.length, 2)
  const changes = Changes.parse(await json('changes', '--json', '--since', String(before)))
  t.deepEqual(changes.difference, [{ currency: 'EUR', count: 0, total: '-2.60' }])
})

test('a report is the same in whatever time zone the machine is', async (t) => {
  const { before, url } = await told(t)
  const reportIn = async (TZ: string, ...args: string[]) => {
    return (await runVerb(t, ['report', ...args, '--json'], { DATABASE_URL: url, TZ })).answered
  }
  const then = Statement.parse(JSON.parse(await reportIn('UTC', 'statement', '--as-of', String(before))))
  const instant = String(then.asOf.recordedAt)
  for (const args of [
    ['spending', '--group', 'month'],
    ['statement', '--from', '2026-11-23', '--to', '2026-11-30', '--as-of', instant],
    ['changes', '--since', instant],
  ]) {
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']
    const answers = await Promise.all(zones.map((zone) => reportIn(zone, ...args)))
    t.regex(answers.join(), /^\{/)
    t.is(new Set(answers).size, 1, args.join(' '))
  }
})

test('a report of nothing says so', async (t) => {
  const { report } = await told(t)
  t.is(
    (await report('spending', '--as-of', '0')).answered,
    'Spending as of position 0, before anything was recorded\n\nNothing.\n',
  )
})

test('whoever has seen enough may stop reading', async (t) => {
  const { url } = await told(t)
  const env = { ...process.env, DATABASE_URL: url }
  const child = spawn(process.execPath, [MAIN, 'report', 'statement'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  child.stdout.destroy()
  t.deepEqual(await once(child, 'exit'), [0, null])
})

const refused: [args: string[], said: RegExp][] = [
  [['spending', '--as-of', '999'], /^--as-of: Expected a position from 0 to \d+/m],
  [['spending', '--as-of', 'tomorrow'], /^--as-of: Expected a position, or an instant/m],
  [['spending', '--group', 'year'], /^--group: Expected month, category or month,category/m],
  [['spending', '--format', 'pdf'], /^--format: Expected table, csv, json/m],
  [['spending', '--format', 'csv', '--json'], /^--format: Expected/m],
  [['statement', '--from', '2026-02-30'], /^--from: Expected a date/m],
  [['statement', '--from', '2026-02-02', '--to', '2026-02-01'], /^--to: Expected a date that is not before from/m],
  [['statement', '--user', 'nobody@example.org'], /^--user: Nobody has the e-mail address/m],
  [['statement', '--user', 'nobody'], /^--user: Expected a UUID/m],
  [['statement', '--group', 'month'], /Unknown option '--group'/],
  [['changes'], /^--since: Required/m],
  [['changes', '--since', '3', '--until', '2'], /^--until: Expected a moment that is not before since/m],
]
test('what cannot be reported is refused, naming the option', async (t) => {
  const { report } = await told(t)
  for (const [args, reason] of refused) {
    const { code, answered, said } = await report(...args)
    t.deepEqual([code, answered], [1, ''], args.join(' '))
    t.regex(said, reason)
  }
})
