import test from 'ava'
import type { Category } from '../../../../src/web/api.ts'
import { openCategoryChanges } from '../../../../src/web/client/categories/category-changes.ts'
import { figuresOf } from '../../../../src/web/client/categories/figures.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { Unreachable } from '../../../../src/web/client/refused.ts'
import { EUR, food, travel, USD } from '../../../examples.ts'
import { groceries, travels } from '../examples.ts'

/** A server that carries out everything and says what it was asked, unless it fails. */
function open() {
  const asked: unknown[][] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  const state = { fails: false }
  const answer = async (what: unknown[], changed: Partial<Category>): Promise<Category> => {
    asked.push(what)
    if (state.fails) throw new Unreachable('No')
    return { ...groceries, ...changed, version: groceries.version + asked.length }
  }
  const server: Parameters<typeof openCategoryChanges>[0]['server'] = {
    addCategory: ({ name, colour, userId }) => answer(['add', name, colour, userId], { name }),
    changeCategory: ({ version }, { name, colour }) => answer(['change', version, name, colour], { name: name ?? '' }),
    archiveCategory: ({ id }) => answer(['archive', id], { archived: true }),
  }
  const toasts = { say: (text: string, action?: ToastAction) => void said.push({ text, action }) }
  return { changes: openCategoryChanges({ server, toasts }), asked, said, state }
}
const undone = async ({ said, asked }: ReturnType<typeof open>) => {
  said[0]?.action?.run()
  await new Promise(setImmediate)
  return asked[1]
}
const { name, colour, userId } = groceries

test('an archived category is brought back by adding one of its name', async (t) => {
  const opened = open()
  await opened.changes.archive(groceries)
  t.is(opened.said[0]?.text, 'Groceries is archived; its expenses keep it')
  t.deepEqual(await undone(opened), ['add', name, colour, userId])
})
test('one that was brought back can be archived again', async (t) => {
  const opened = open()
  await opened.changes.bringBack(groceries)
  t.deepEqual(await undone(opened), ['archive', groceries.id])
})
test('one that was added can be archived', async (t) => {
  const opened = open()
  await opened.changes.add(userId, { name, colour })
  t.deepEqual(opened.asked[0], ['add', name, colour, userId])
  t.deepEqual(await undone(opened), ['archive', groceries.id])
})
test('a change is taken back on the version that it led to', async (t) => {
  const opened = open()
  await opened.changes.change(groceries, { name: 'Food', colour })
  t.deepEqual(opened.asked[0], ['change', 1, 'Food', colour])
  t.deepEqual(await undone(opened), ['change', 2, name, colour])
})
test('what fails without a form is said', async (t) => {
  const opened = open()
  opened.state.fails = true
  await opened.changes.archive(groceries)
  t.regex(opened.said[0]?.text ?? '', /could not be reached/)
})

test('categories have the figures of their rows, and bars beside the largest', (t) => {
  const row = { category: 'as it was called', currency: EUR, count: 2 }
  const rows = [
    { ...row, categoryId: food, total: '80.00' },
    { ...row, categoryId: food, total: '900.00', currency: USD, count: 1 },
    { ...row, categoryId: travel, total: '20.00' },
  ]
  const figures = figuresOf([groceries, travels], rows, EUR)
  t.deepEqual(
    figures.map(({ count, share }) => [count, share]),
    [
      [3, 1],
      [2, 0.25],
    ],
  )
  t.deepEqual(figures[0]?.totals, [
    { currency: EUR, count: 2, total: '80.00' },
    { currency: USD, count: 1, total: '900.00' },
  ])
})
test('a refund has no bar, nor has anything where all are refunds', (t) => {
  const row = { currency: EUR, count: 1, total: '-5.00', categoryId: food }
  t.deepEqual(
    figuresOf([groceries, travels], [row], EUR).map(({ share }) => share),
    [0, 0],
  )
})
