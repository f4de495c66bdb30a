import {
  AsOfQuery,
  BatchDone,
  BatchRevertQuery,
  BulkChange,
  Expense,
  ExpenseChange,
  ExpenseExport,
  ExpenseList,
  ExpenseQuery,
  ExpenseRevert,
  ExportQuery,
  History,
  ImportAnswer,
  ImportQuery,
  NewExpense,
} from '../../../api.ts'
import type { Routes } from '../route.ts'

const recording =
  'event: progress\ndata: {"step":"sealing","rows":5000,"of":10000}\n\n' +
  'id: 10042\nevent: done\ndata: {"batch":"0193f1c4-0000-7000-8000-000000000000","count":10000}\n\n'

export const expenses: Routes = {
  'POST /api/expenses': {
    name: 'recordExpense',
    does: 'Records an expense',
    more:
      'Give either `category`, a name, which is added if the user has none like it, or `categoryId`. The id may be chosen, as a UUID. ' +
      'Without a currency it is the user’s own.',
    kind: 'creates',
    who: 'may change',
    body: NewExpense,
    answer: { status: 201, json: Expense },
    refused: [404, 409],
  },
  'GET /api/expenses': {
    name: 'listExpenses',
    does: 'Lists expenses',
    more: 'An admin who names no `user` is shown everybody’s.',
    kind: 'reads',
    who: 'may see',
    query: ExpenseQuery,
    answer: { json: ExpenseList },
  },
  'GET /api/expenses/{id}': {
    name: 'readExpense',
    does: 'Reads an expense',
    more: 'A deleted one, too: it has `deleted: true`.',
    kind: 'reads one',
    who: 'may see',
    query: AsOfQuery,
    answer: { json: Expense },
  },
  'PATCH /api/expenses/{id}': {
    name: 'changeExpense',
    does: 'Changes an expense',
    more: 'Another `currency` alone keeps the amount in major units: 12.50 EUR becomes 12.50 USD.',
    kind: 'changes',
    who: 'may change',
    body: ExpenseChange,
    answer: { json: Expense },
    refused: [409],
  },
  'DELETE /api/expenses/{id}': {
    name: 'deleteExpense',
    does: 'Deletes an expense',
    kind: 'changes',
    who: 'may change',
    answer: { json: Expense },
    refused: [409],
  },
  'POST /api/expenses/{id}/restore': {
    name: 'restoreExpense',
    does: 'Brings a deleted expense back',
    kind: 'changes',
    who: 'may change',
    answer: { json: Expense },
    refused: [409],
  },
  'GET /api/expenses/{id}/history': {
    name: 'readHistory',
    does: 'Reads everything that happened to an expense, oldest first',
    more: 'Also to a deleted one.',
    kind: 'reads',
    who: 'may see',
    query: AsOfQuery,
    answer: { json: History },
  },
  'POST /api/expenses/{id}/revert': {
    name: 'revertExpense',
    does: 'Takes an expense back to an earlier version',
    more: 'It gets back the fields that it had then, and is deleted, or restored, if it was.',
    kind: 'changes',
    who: 'may change',
    body: ExpenseRevert,
    answer: { json: Expense },
    refused: [409],
  },
  'POST /api/expenses/bulk': {
    name: 'changeExpenses',
    does: 'Changes, deletes or restores many expenses as one batch, all or none',
    more:
      'Give either `ids` or a `filter`, as the list has it, and one of `change`, `delete` and `restore`; at most 10,000 expenses. `errors` names each ' +
      'expense that stands in the way, with its id as `path`.',
    kind: 'changes many',
    who: 'may change',
    body: BulkChange,
    answer: { json: BatchDone },
    refused: [404, 409],
  },
  'POST /api/imports': {
    name: 'importExpenses',
    does: 'Records the rows of a CSV file as one batch, or says what each would become',
    more:
      'The plain form is `date,description,category,amount,currency`; of others the encoding, separator, columns, date order, decimal mark and ' +
      'sign are recognised, unless they are given. With `preview=true` nothing is recorded. Without `rows` all are recorded but doubles and what is ' +
      'no expense; if one of them cannot be read, none is, and the 422 names it. A row that was imported before is not recorded again. ' +
      'At most 10,000 rows and 8 MB. With `Accept: text/event-stream` it tells how far recording is, and then what it came to, with the position ' +
      'as `id` of that event, since headers have gone ahead; who goes away before `storing` has cancelled it. A stream that ends without ' +
      '`done` was refused or broke off: the same request, under the same `Idempotency-Key` and without that `Accept`, is answered with why, or with what it came to.',
    kind: 'changes many',
    who: 'may change',
    query: ImportQuery,
    file: {
      type: 'text/csv',
      example: 'date,description,category,amount,currency\n2026-11-23,Lunch at the harbour,Food,12.50,EUR\n',
    },
    answer: { json: ImportAnswer, text: { type: 'text/event-stream', example: recording } },
    refused: [409],
  },
  'POST /api/batches/{id}/revert': {
    name: 'revertBatch',
    does: 'Takes a batch back, as a batch',
    more: 'What was changed since stands in the way: the 409 names it in `errors`, with the expense’s id as `path`.',
    kind: 'changes many',
    who: 'may change',
    query: BatchRevertQuery,
    answer: { json: BatchDone },
    refused: [409],
  },
  'GET /api/expenses.csv': {
    name: 'exportExpensesAsCsv',
    does: 'Exports all expenses that the filters match, for a spreadsheet',
    more: 'A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    kind: 'reads',
    who: 'may see',
    query: ExportQuery,
    answer: { text: { type: 'text/csv', example: 'date,description,category,amount,currency' } },
  },
  'GET /api/expenses.json': {
    name: 'exportExpenses',
    does: 'Exports all expenses that the filters match',
    kind: 'reads',
    who: 'may see',
    query: ExportQuery,
    answer: { json: ExpenseExport },
  },
}
