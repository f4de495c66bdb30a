import { deepStrictEqual as same } from 'node:assert'
import test from 'ava'
import fc from 'fast-check'
import type { CalendarDate } from '../../../src/events/calendar.ts'
import type { UserId } from '../../../src/events/ids.ts'
import type { Question } from '../../../src/projections/reports/question.ts'
import { report } from '../../../src/projections/reports/report.ts'
import { toJson } from '../../../src/projections/reports/to-json.ts'
import { Changes, Spending, Statement } from '../../../src/web/api.ts'
import { lived } from './lived.ts'
import { dates, steps } from './lives.ts'
import { difference, inMajor, inReport, together, totalsOf, type Kept, type Wanted } from './oracle.ts'

type Lived = Awaited<ReturnType<typeof lived>>
type Asked = { wanted: Wanted; position: number; earlier: number }

const MOMENTS = 150

test('spending is what the oracle adds up, at any moment, over any dates', async (t) => {
  const life = await lived(t)
  const property = fc.asyncProperty(asked(life), fc.boolean(), fc.boolean(), async (about, month, category) => {
    const { wanted, position: asOf } = about
    const answer = await ask(life, { report: 'spending', span: spanOf(wanted), group: { month, category }, asOf })
    const own = inReport(life.kept[asOf]!, wanted)
    same(Spending.parse(answer), {
      asOf: { position: asOf, recordedAt: life.recordedAt(asOf) },
      rows: rowsOf(own, month, category),
      totals: totalsOf(own),
    })
  })
  await fc.assert(property, { numRuns: MOMENTS })
  t.pass()
})

test('a statement is the list that the oracle kept, with what it came to line by line', async (t) => {
  const life = await lived(t)
  const property = fc.asyncProperty(asked(life), async ({ wanted, position: asOf }) => {
    const answer = await ask(life, { report: 'statement', span: spanOf(wanted), asOf })
    const own = inReport(life.kept[asOf]!, wanted)
    same(Statement.parse(answer), {
      asOf: { position: asOf, recordedAt: life.recordedAt(asOf) },
      items: own.map((expense, index) => {
        const soFar = totalsOf(own.slice(0, index + 1).filter(({ currency }) => currency === expense.currency))
        return { ...told(life, expense), running: soFar[0]?.total }
      }),
      totals: totalsOf(own),
    })
  })
  await fc.assert(property, { numRuns: MOMENTS })
  t.pass()
})

test('changes say what was and what is, and what each event did adds up to the difference', async (t) => {
  const life = await lived(t)
  const property = fc.asyncProperty(asked(life), async ({ wanted, earlier: since, position: until }) => {
    const answer = Changes.parse(await ask(life, { report: 'changes', span: spanOf(wanted), since, until }))
    const [then, now] = [inReport(life.kept[since]!, wanted), inReport(life.kept[until]!, wanted)]
    same(answer.since, { position: since, recordedAt: life.recordedAt(since) })
    same(answer.until, { position: until, recordedAt: life.recordedAt(until) })
    same(answer.difference, difference(totalsOf(now), totalsOf(then)))
    same(together(answer.items.flatMap(({ events }) => events.map((part) => part.difference))), answer.difference)
    same(
      answer.items.map(({ events: _events, ...item }) => item),
      itemsBetween(then, now).map(({ id, was, is }) => {
        return { id, was: was ? told(life, was) : null, is: is ? told(life, is) : null }
      }),
    )
    for (const { id, events } of answer.items) {
      same(
        events.map((part) => ({ position: part.position, difference: part.difference })),
        partsOf(life, id, wanted, since, until),
      )
    }
  })
  await fc.assert(property, { numRuns: MOMENTS })
  t.pass()
})

test('a report of a moment that is over is the same to the byte while others write', async (t) => {
  const life = await lived(t)
  const moments = fc.sample(asked(life), 20)
  const questions = moments.flatMap(({ wanted, position, earlier }): Question[] => [
    { report: 'spending', span: spanOf(wanted), group: { month: true, category: true }, asOf: position },
    { report: 'statement', span: spanOf(wanted), asOf: position },
    { report: 'changes', span: spanOf(wanted), since: earlier, until: position },
  ])
  const before = await textsOf(life, questions)
  let writing = true
  const writer = writes(life, () => writing)
  t.deepEqual(await textsOf(life, questions), before)
  writing = false
  t.true((await writer) > 0)
  t.deepEqual(await textsOf(life, questions), before)
})

/** Two moments, the one not after the other, dates that may be out of order, and somebody or everybody. */
function asked({ kept, people }: Lived): fc.Arbitrary<Asked> {
  const position = fc.nat(kept.length - 1)
  const unless = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
  const wanted = fc.record({
    user: unless(fc.constantFrom(...people)),
    from: unless(fc.constantFrom(...dates)),
    to: unless(fc.constantFrom(...dates)),
  })
  return fc.tuple(position, position, wanted).map(([one, other, wanted]) => {
    return { wanted, position: Math.max(one, other), earlier: Math.min(one, other) }
  })
}

function spanOf({ user, from, to }: Wanted) {
  return {
    userId: user as UserId | undefined,
    from: from as CalendarDate | undefined,
    to: to as CalendarDate | undefined,
  }
}

async function textOf({ log }: Lived, question: Question): Promise<string> {
  let text = ''
  for await (const piece of toJson(await report(log, question))) text += piece
  return text
}

async function textsOf(life: Lived, questions: readonly Question[]): Promise<string[]> {
  const texts: string[] = []
  for (const question of questions) texts.push(await textOf(life, question))
  return texts
}

async function ask(life: Lived, question: Question): Promise<unknown> {
  return JSON.parse(await textOf(life, question))
}

/** More happens as long as `goesOn`, once at least; resolves to how many events there were. */
async function writes({ live, kept }: Lived, goesOn: () => boolean): Promise<number> {
  const before = kept.length
  while (goesOn() || kept.length === before) for (const step of fc.sample(steps, 5)) await live(step)
  return kept.length - before
}

function rowsOf(expenses: readonly Kept[], month: boolean, category: boolean) {
  const groups = Map.groupBy(expenses, (expense) => {
    const key = [month ? expense.date.slice(0, 7) : '', category ? expense.category.toLowerCase() : '']
    return [...key, category ? expense.categoryId : ''].join('\n')
  })
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) => {
      const { date, categoryId, category: name } = own[0]!
      const about = { ...(month && { month: date.slice(0, 7) }), ...(category && { categoryId, category: name }) }
      return totalsOf(own).map((total) => ({ ...about, ...total }))
    })
}

/** As an answer tells of it. */
function told({ recordedAt }: Lived, expense: Kept) {
  const { amount, currency, since, changed, by, byName, shown: _shown, ...rest } = expense
  const around = { recordedAt: recordedAt(since), changedAt: recordedAt(changed), changedBy: { id: by, name: byName } }
  return { ...rest, amount: inMajor(BigInt(amount), currency), currency, ...around, deleted: false }
}

/** Those of which a report says something else, by the date they have, or had. */
function itemsBetween(then: readonly Kept[], now: readonly Kept[]) {
  const ids = new Set([...then, ...now].map(({ id }) => id))
  return [...ids]
    .map((id) => ({ id, was: then.find((one) => one.id === id), is: now.find((one) => one.id === id) }))
    .filter(({ was, is }) => factsOf(was) !== factsOf(is))
    .sort((one, other) => {
      const [first, second] = [one.is ?? one.was!, other.is ?? other.was!]
      return Date.parse(first.date) - Date.parse(second.date) || first.since - second.since
    })
}

function factsOf(expense: Kept | undefined): string {
  return expense
    ? JSON.stringify([expense.categoryId, expense.description, expense.date, expense.amount, expense.currency])
    : ''
}

/** What each event between the two moments did to the report's totals by this expense, if it is about it or did anything. */
function partsOf({ kept, books }: Lived, id: string, wanted: Wanted, since: number, until: number) {
  const at = (position: number) => inReport(kept[position]!, wanted).filter((one) => one.id === id)
  const own = new Set(books.expenses.find((expense) => expense.id === id)!.events.map((event) => event + 1))
  return Array.from({ length: until - since }, (_, index) => since + 1 + index).flatMap((position) => {
    const did = difference(totalsOf(at(position)), totalsOf(at(position - 1)))
    return own.has(position) || did.length > 0 ? [{ position, difference: did }] : []
  })
}
