export const ids = {
  ana: '01970000-0000-7000-8000-00000000000a',
  food: '01970000-0000-7000-8000-00000000f00d',
  lunch: '01970000-0000-7000-8000-0000000010ca',
}
const { ana, food, lunch } = ids
const recordedAt = '2026-11-23T12:00:00.000001Z'
const changedAt = recordedAt

const user = {
  id: ana,
  name: 'Ana Novak',
  email: 'ana@example.com',
  role: 'admin',
  currency: 'EUR',
  ...{ version: 1, recordedAt, changedAt, deleted: false },
}
const category = { id: food, userId: ana, name: 'Food', colour: '#3d9068', archived: false, version: 1 }
const expense = {
  id: lunch,
  userId: ana,
  ...{ categoryId: food, category: 'Food', description: 'Lunch at the harbour', date: '2026-11-23' },
  ...{ amount: '12.50', currency: 'EUR', version: 1, recordedAt, changedAt },
  changedBy: { id: ana, name: 'Ana Novak' },
  deleted: false,
}
const recorded = {
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
const caused = { position, type, recordedAt, actor, changes }
const summary = 'Ana Novak recorded “Lunch at the harbour”: 12.50 EUR on 2026-11-23 in “Food”'
const about = {
  ...{ name: 'Lunch at the harbour', owner: 'Ana Novak', amount: '12.50', currency: 'EUR' },
  ...{ date: '2026-11-23', category: 'Food' },
}
const audited = { ...recorded, stream: `expense-${lunch}`, userId: ana, summary, about }
const session = {
  id: '01970000-0000-4000-8000-000000005e55',
  ...{ createdAt: recordedAt, seenAt: recordedAt, expiresAt: '2026-12-07T12:00:00.000001Z', current: true },
}
const token = {
  id: '01970000-0000-7000-8000-0000000070c3',
  ...{ name: 'Monthly report', scope: 'read', createdAt: recordedAt, usedAt: null, expiresAt: null },
}
const moment = { position: 3, recordedAt }
const before = { position: 2, recordedAt: '2026-11-23T11:59:00.000001Z' }
const hash = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0='
const totals = [{ currency: 'EUR', count: 1, total: '12.50' }]
const projection = {
  name: 'expenses',
  ...{ version: 1, position: 3, lag: 0, state: 'live', error: null, rebuild: null },
}
const preferences = {
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

const importRow = {
  ...{ row: 1, line: 2, outcome: 'new', message: null, code: null, values: {}, like: null, recordable: true },
  ...{ date: '2026-11-23', description: 'Lunch at the harbour', category: 'Food', amount: '12.50', currency: 'EUR' },
  problems: [],
}
const importPreview = {
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

/** One of each, as tests and documentation show it; a test holds each against its schema. */
export const examples: Record<string, unknown> = {
  Id: ana,
  Amount: '12.50',
  CalendarDate: '2026-11-23',
  Instant: recordedAt,
  Currency: 'EUR',
  Colour: '#3d9068',
  SignIn: { email: 'ana@example.com', password: 'correct horse battery' },
  NewUser: { name: 'Ana Novak', email: 'ana@example.com', password: 'correct horse battery' },
  UserChange: { name: 'Ana Lindqvist' },
  User: user,
  Erasure: { name: 'Ana Novak' },
  NewShare: { email: 'ben@example.com', role: 'editor' },
  Share: { userId: ana, name: 'Ana Novak', role: 'editor' },
  Shares: [{ userId: ana, name: 'Ana Novak', role: 'editor' }],
  SharedLedgers: [{ userId: ana, name: 'Ana Novak', currency: 'EUR', role: 'editor' }],
  PasswordChange: { current: 'correct horse battery', password: 'staple correct horse' },
  OwnPassword: { current: 'correct horse battery' },
  SecondFactor: { onSince: recordedAt, recoveryCodes: 10 },
  SecondFactorOffer: {
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    uri: 'otpauth://totp/Expense%20Ledger:ana%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Expense%20Ledger',
  },
  SecondFactorProof: { code: '123456' },
  RecoveryCodes: { codes: ['7k3m-91qa-t0vx-c4zn'] },
  SessionList: { items: [session], next: null },
  NewToken: { name: 'Monthly report', expiresAt: '2099-12-31T00:00:00Z' },
  TokenList: { items: [token], next: null },
  MadeToken: { ...token, token: `ledger_${'0'.repeat(64)}` },
  UserList: { items: [user], next: null },
  OwnData: {
    position: 3,
    ...{ user, preferences, shares: [], categories: [category], expenses: [expense], history: [audited] },
  },
  Totals: totals,
  Preferences: preferences,
  NewCategory: { name: 'Food', colour: '#3d9068' },
  CategoryChange: { name: 'Groceries' },
  Category: category,
  CategoryList: { items: [category], next: null },
  NewExpense: { category: 'Food', description: 'Lunch at the harbour', date: '2026-11-23', amount: '12.50' },
  ExpenseChange: { amount: '9.90' },
  Expense: expense,
  ExpenseList: { items: [expense], next: null },
  ExpenseExport: [expense],
  ExpenseRevert: { version: 1 },
  BulkChange: { filter: { category: 'Food' }, change: { category: 'Groceries' } },
  BatchDone: { batch: '01970000-0000-7000-8000-0000000ba7c4', count: 12 },
  ImportRow: importRow,
  ImportPreview: importPreview,
  ImportAnswer: importPreview,
  History: [recorded],
  AuditList: { items: [audited], next: null },
  SignedCheckpoint: {
    position: 3,
    rootHash: hash,
    note: `expense-ledger\n3\n${hash}\n\n— expense-ledger …\n`,
    publicKey: 'expense-ledger+…',
  },
  InclusionProof: { index: 2, size: 3, leafHash: hash, path: [hash] },
  ConsistencyProof: { from: 2, to: 3, path: [hash] },
  Proof: { index: 2, size: 3, leafHash: hash, path: [hash] },
  Verified: { ok: true, events: 3, head: hash },
  Spending: {
    asOf: moment,
    rows: [{ month: '2026-11', categoryId: food, category: 'Food', currency: 'EUR', count: 1, total: '12.50' }],
    totals,
  },
  Statement: { asOf: moment, items: [{ ...expense, running: '12.50' }], totals },
  Changes: {
    since: before,
    until: moment,
    items: [{ id: lunch, was: null, is: expense, events: [{ ...caused, difference: totals }] }],
    difference: totals,
  },
  LiveEvent: { position: 3, type: 'ExpenseRecorded', stream: `expense-${lunch}`, userId: ana },
  Demo: { users: 3, expenses: 1200, batch: '01970000-0000-7000-8000-0000000ba7c4' },
  ProjectionStatus: projection,
  ProjectionStatuses: [projection],
  AccessLog: {
    items: [
      {
        id: '01970000-0000-7000-8000-00000000acce',
        ...{ at: recordedAt, type: 'SignedIn' },
        ...{ user: { id: ana, name: 'Ana Novak' }, actor: { id: ana, name: 'Ana Novak' }, other: null, tokenId: null },
        ...{ address: '192.0.2.1', agent: 'Firefox 128 on Linux', requestId: '01970000-0000-4000-8000-000000000000' },
      },
    ],
    next: null,
  },
  Health: { status: 'ok', version: '0.1.0', commit: 'dcb55ce0d4a34e7d8ad5d8de1ae0c9a6a5ecb2ff' },
  Readiness: {
    ready: true,
    reasons: [],
    warnings: [],
    database: true,
    head: 3,
    counted: { position: 3, events: 3 },
    projections: [{ name: 'expenses', position: 3, lag: 0, lagSeconds: 0, applied: 1, state: 'live' }],
  },
  Problem: {
    type: 'urn:expense-ledger:problem:invalid',
    title: 'Invalid',
    status: 422,
    detail: 'amount: Expected an amount in major units, such as "12.50"',
    errors: [{ path: 'amount', message: 'Expected an amount in major units, such as "12.50"' }],
    requestId: '01970000-0000-4000-8000-000000000000',
  },
}
