/** Ways out of the folder of the page, and to what lies beside it. */
export const traversals = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%252fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/..\\secret.txt',
  '/..%5csecret.txt',
  '/....//secret.txt',
  '/..;/secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets/..%c0%af..%c0%afsecret.txt',
  '/api/docs/../../secret.txt',
  '/api/docs/..%2f..%2f..%2f..%2f..%2fpackage.json',
  '/api/docs/..%2fdocs.ts',
  '/secret.txt%00.js',
  '/%00/../secret.txt',
  '//../secret.txt',
  'http://127.0.0.1/../secret.txt',
]

/** What a careless server answers with a redirect to somewhere else. */
export const redirects = [
  '//evil.example',
  '//evil.example/%2e%2e',
  '//evil.example/..',
  '/\\evil.example',
  '/%5cevil.example/assets',
  '/assets',
  '/assets/',
  '//assets',
  '/api',
  '/api/docs/',
  '/api/session?next=https://evil.example',
  '/?url=//evil.example&redirect=//evil.example',
]

/** What must not be part of a statement, wherever it stands. */
export const injections = [
  "' or '1'='1",
  "' or 1=1 -- ",
  '" or ""="',
  "'; drop table events; -- ",
  "' union select password_hash from credentials -- ",
  "' and sleep(30) -- ",
  '1; select benchmark(100000000, sha1(1))',
  '`; truncate sessions; --',
  "\\' or 1=1 -- ",
  '%27%20or%201=1',
  '{"$gt":""}',
  '/*!50000 or 1=1*/',
  "0x27 or '1",
]

/** What no caller may decide: each is sent with a body that is otherwise in order. */
export const notTheirs: { route: string; fields: readonly string[]; body: Record<string, unknown> }[] = [
  {
    route: 'POST /api/users',
    fields: ['id', 'userId', 'version', 'deleted', 'recordedAt', 'isAdmin', 'admin', 'actorId', 'passwordHash'],
    body: { name: 'Eve', email: 'eve@example.com', password: 'correct horse battery' },
  },
  {
    route: 'POST /api/expenses',
    fields: ['version', 'position', 'recordedAt', 'changedAt', 'changedBy', 'deleted', 'actorId', 'batch', 'owner'],
    body: { category: 'Food', description: 'Lunch', date: '2026-11-23', amount: '12.50' },
  },
  {
    route: 'PATCH /api/expenses/{expense}',
    fields: ['id', 'userId', 'version', 'deleted', 'recordedAt', 'changedBy', 'facts'],
    body: { amount: '1.00' },
  },
  {
    route: 'PATCH /api/users/{user}',
    fields: ['id', 'version', 'deleted', 'password', 'passwordHash', 'shares', 'isAdmin'],
    body: { name: 'Eve' },
  },
  { route: 'POST /api/categories', fields: ['id', 'archived', 'version', 'owner'], body: { name: 'Rent' } },
  { route: 'POST /api/tokens', fields: ['id', 'userId', 'token', 'hash', 'createdAt'], body: { name: 'A script' } },
  {
    route: 'POST /api/session',
    fields: ['userId', 'role', 'session'],
    body: { email: 'a@example.com', password: 'x' },
  },
]
