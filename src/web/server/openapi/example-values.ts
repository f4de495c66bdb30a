// One person, one ledger and one afternoon: what the examples are put together from.
export const ids = {
  ana: '01970000-0000-7000-8000-00000000000a',
  food: '01970000-0000-7000-8000-00000000f00d',
  lunch: '01970000-0000-7000-8000-0000000010ca',
}
const { ana, food, lunch } = ids
export const recordedAt = '2026-11-23T12:00:00.000001Z'
const changedAt = recordedAt

export const user = {
  id: ana,
  name: 'Ana Novak',
  email: 'ana@example.com',
  role: 'admin',
  currency: 'EUR',
  ...{ version: 1, recordedAt, changedAt, deleted: false },
}
export const category = { id: food, userId: ana, name: 'Food', colour: '#3d9068', archived: false, version: 1 }
export const expense = {
  id: lunch,
  userId: ana,
  ...{ categoryId: food, category: 'Food', description: 'Lunch at the harbour', date: '2026-11-23' },
  ...{ amount: '12.50', currency: 'EUR', version: 1, recordedAt, changedAt },
  changedBy: { id: ana, name: 'Ana Novak' },
  deleted: false,
}
export const recorded = {
  position: 3,
  version: 1,
  type: 'ExpenseRecorded',
  recordedAt,
  actor: { id: ana, name: 'Ana Novak' },
  ...{ origin: 'web', batch: null },
  changes: { description: { to: 'Lunch at the harbour' }, amount: { to: '12.50' }, currency: { to: 'EUR' } },
  now: { [food]: 'Groceries' },
  hash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
}
const { position, type, actor, changes } = recorded
export const caused = { position, type, recordedAt, actor, changes }
const summary = 'Ana Novak recorded “Lunch at the harbour”: 12.50 EUR on 2026-11-23 in “Food”'
const about = {
  ...{ name: 'Lunch at the harbour', owner: 'Ana Novak', amount: '12.50', currency: 'EUR' },
  ...{ date: '2026-11-23', category: 'Food' },
}
export const audited = { ...recorded, stream: `expense-${lunch}`, userId: ana, summary, about }
export const session = {
  id: '01970000-0000-4000-8000-000000005e55',
  ...{ createdAt: recordedAt, seenAt: recordedAt, expiresAt: '2026-12-07T12:00:00.000001Z', current: true },
}
export const token = {
  id: '01970000-0000-7000-8000-0000000070c3',
  ...{ name: 'Monthly report', scope: 'read', createdAt: recordedAt, usedAt: null, expiresAt: null },
}
export const moment = { position: 3, recordedAt }
export const before = { position: 2, recordedAt: '2026-11-23T11:59:00.000001Z' }
export const hash = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0='
export const totals = [{ currency: 'EUR', count: 1, total: '12.50' }]
export const projection = {
  name: 'expenses',
  ...{ version: 1, position: 3, lag: 0, state: 'live', error: null, rebuild: null },
}
export const preferences = {
  ...{
    locale: 'de-CH',
    firstDayOfWeek: 1,
    dateStyle: 'words',
    theme: 'system',
    defaultCurrency: null,
    letterKeys: true,
  },
  savedFilters: [{ name: 'Refunds', filter: { max: '-0.01' } }],
  importMappings: [],
}

export const importRow = {
  ...{ row: 1, line: 2, outcome: 'new', message: null, code: null, values: {}, like: null, recordable: true },
  ...{ date: '2026-11-23', description: 'Lunch at the harbour', category: 'Food', amount: '12.50', currency: 'EUR' },
  problems: [],
}
export const importPreview = {
  ...{ format: 'other', encoding: 'windows-1252', separator: ';', header: true },
  ...{ dateFormat: 'DD.MM.YYYY', decimalMark: ',', negated: true },
  headings: ['Buchungstag', 'Text', 'Betrag'],
  columns: {
    date: 'Buchungstag',
    description: 'Text',
    amount: 'Betrag',
    debit: null,
    credit: null,
    category: null,
    currency: null,
  },
  recognised: [
    { parameter: 'dateFormat', message: 'With dots, the day comes first', code: 'day-before-dots', values: {} },
  ],
  questions: [],
  counts: { new: 1, double: 0, possible: 0, aside: 0, problem: 0 },
  rows: [importRow],
}
