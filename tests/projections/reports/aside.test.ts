import test from 'ava'
import { Unavailable } from '../../../src/events/log/append.ts'
import { openReports } from '../../../src/projections/reports/aside.ts'
import type { Progress, Question } from '../../../src/projections/reports/question.ts'
import { report } from '../../../src/projections/reports/report.ts'
import { toJson } from '../../../src/projections/reports/to-json.ts'
import { Statement } from '../../../src/web/api.ts'
import { ana, anaRegistered, foodAdded, lunchAmended, lunchFields, lunchRecorded } from '../../examples.ts'
import { newId, ExpenseId } from '../../../src/events/ids.ts'
import { projected } from '../projected.ts'

const statementAt = (asOf: number): Question => ({ report: 'statement', span: {}, asOf })

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** A ledger of so many lunches that they are read in several portions, and its thread for reports. */
async function manyLunches(t: Parameters<typeof projected>[0]) {
  const { append, log, url, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded, lunchAmended])
  const more = Array.from({ length: 1_100 }, () => ExpenseId.parse(newId()))
  await append(more.map((expenseId) => ({ type: 'ExpenseRecorded', expenseId, userId: ana, ...lunchFields })))
  const reports = openReports(url)
  t.teardown(() => reports.close())
  return { log, rows, reports, head: (await log.head()).position }
}

test('a thread answers what it would be without one, several at a time', async (t) => {
  const { log, reports, head } = await manyLunches(t)
  const questions: Question[] = [
    statementAt(head),
    statementAt(3),
    { report: 'spending', span: {}, group: { month: true, category: true }, asOf: head },
    { report: 'changes', span: {}, since: 3, until: head },
  ]
  const asked = questions.map((question) => textOf(reports.answer(question)))
  for (const [index, text] of (await Promise.all(asked)).entries()) {
    t.is(text, await textOf(toJson(await report(log, questions[index]!))))
  }
})

test('who goes away in the middle ends only their own report', async (t) => {
  const { reports, head } = await manyLunches(t)
  const gone = new AbortController()
  const left = reports.answer(statementAt(head), { signal: gone.signal })
  const stays = textOf(reports.answer(statementAt(head)))
  t.regex(String((await left.next()).value), /^\{"asOf"/)
  gone.abort()
  await t.throwsAsync(async () => textOf(left), { name: 'AbortError' })
  t.is(Statement.parse(JSON.parse(await stays)).items.length, 1_101)
})

test('a thread that is ended ends what it was asked, and the next report starts another', async (t) => {
  const { reports, head } = await manyLunches(t)
  const under = reports.answer(statementAt(head))
  await under.next()
  await reports.close()
  await t.throwsAsync(async () => textOf(under), { message: 'The thread that replays for reports has ended' })
  t.is(Statement.parse(JSON.parse(await textOf(reports.answer(statementAt(head))))).items.length, 1_101)
})

test('a fault that ends the thread is told to whoever asked, and to whoever runs it', async (t) => {
  const told: Error[] = []
  // A thread that cannot even begin.
  const reports = openReports('nowhere', (error) => told.push(error))
  t.teardown(() => reports.close())
  const asked = textOf(reports.answer(statementAt(1)))
  const error = await t.throwsAsync(asked, { message: 'The thread that replays for reports has ended' })
  t.regex(String(error.cause), /Invalid URL/)
  t.deepEqual(told, [error.cause])
})

test('a database that cannot be asked is a fault that passes', async (t) => {
  const reports = openReports('mysql://nobody@127.0.0.1:1/nowhere')
  t.teardown(() => reports.close())
  await t.throwsAsync(async () => textOf(reports.answer(statementAt(1))), { instanceOf: Unavailable })
})

test('an event that this release does not know fails the report, and says which it is', async (t) => {
  const { reports, rows, head } = await manyLunches(t)
  await rows(`update events set data = '{}' where position = 4`)
  const error = await t.throwsAsync(async () => textOf(reports.answer(statementAt(head))))
  t.false(error instanceof Unavailable)
  t.regex(error.message, /ExpenseAmended without/)
})

test('words whose key was destroyed are in no report that is made afterwards', async (t) => {
  const { reports, rows, head } = await manyLunches(t)
  const described = async () => {
    const { items } = Statement.parse(JSON.parse(await textOf(reports.answer(statementAt(head)))))
    return [items[0]?.description, items[0]?.category, items[0]?.amount]
  }
  t.deepEqual(await described(), ['Lunch by the sea', 'Food', '9.90'])
  await rows('delete from `keys` where owner = ?', [ana])
  t.deepEqual(await described(), ['erased', 'erased', '9.90'])
})

test('whoever watches is told how far the log is read', async (t) => {
  const { log, head } = await manyLunches(t)
  for (const userId of [undefined, ana]) {
    const told: Progress[] = []
    await report(log, { report: 'statement', span: { userId }, asOf: head }, { onProgress: (one) => told.push(one) })
    t.deepEqual(told.at(-1), { position: head, of: head })
  }
})

test('whoever has gone before it began has nothing replayed', async (t) => {
  const { log, head } = await manyLunches(t)
  const signal = AbortSignal.abort()
  await t.throwsAsync(report(log, statementAt(head), { signal }), { name: 'AbortError' })
})
