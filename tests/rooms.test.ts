import test from 'ava'
import { ESLint } from 'eslint'

const eslint = new ESLint({ overrideConfigFile: 'rooms.js' })

async function problems(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return result!.messages.map(({ message }) => message)
}

const refused = test.macro({
  exec: async (t, filePath: string, code: string, because: string) => {
    t.deepEqual(await problems(filePath, code), [`${because} (see rooms.js).`])
  },
  title: (_title, filePath: string, code: string) => `refused: ${filePath}: ${code}`,
})

const welcome = test.macro({
  exec: async (t, filePath: string, code: string) => {
    t.deepEqual(await problems(filePath, code), [])
  },
  title: (_title, filePath: string, code: string) => `welcome: ${filePath}: ${code}`,
})

const from = (path: string) => `import { thing } from '${path}'`
const typesFrom = (path: string) => `import type { Thing } from '${path}'`

test(welcome, 'src/events/money.ts', from('zod'))
test(welcome, 'src/events/money.ts', from('./currency.ts'))
test(refused, 'src/events/money.ts', from('./log/log.ts'), 'events may not import events/log')
test(refused, 'src/events/money.ts', typesFrom('../commands/expense.ts'), 'events may not import commands')

test(welcome, 'src/events/log/writer.ts', from('../money.ts'))
test(welcome, 'src/events/log/migrations/first.ts', from('../../money.ts'))
test(refused, 'src/events/log/writer.ts', from('../../commands/expense.ts'), 'events/log may not import commands')

test(welcome, 'src/commands/expense.ts', from('../events/money.ts'))
test(welcome, 'src/commands/handle.ts', typesFrom('../events/log/log.ts'))
test(welcome, 'src/commands/handle.ts', from('./expense.ts'))
test(
  refused,
  'src/commands/handle.ts',
  from('../events/log/log.ts'),
  'commands/handle may not import more than types of events/log',
)
test(
  refused,
  'src/commands/expense.ts',
  from('../events/log/log.ts'),
  'commands may not import more than types of events/log',
)
test(
  refused,
  'src/commands/expense.ts',
  from('./handle.ts'),
  'commands may not import more than types of commands/handle',
)
test(refused, 'src/commands/expense.ts', typesFrom('../projections/expenses.ts'), 'commands may not import projections')
test(refused, 'src/commands/expense.ts', from('../web/api.ts'), 'commands may not import web/api')
test(refused, 'src/commands/expense.ts', from('../config.ts'), 'commands may not import config')

test(welcome, 'src/projections/reports/spending.ts', from('../../events/log/log.ts'))
test(welcome, 'src/projections/reports/spending.ts', from('../totals.ts'))
test(
  refused,
  'src/projections/reports/spending.ts',
  from('../../commands/expense.ts'),
  'projections may not import commands',
)
test(refused, 'src/projections/totals.ts', from('../web/server/routes.ts'), 'projections may not import web/server')

test(welcome, 'src/web/api.ts', from('../commands/expense.ts'))
test(welcome, 'src/web/api.ts', from('../events/money.ts'))
test(refused, 'src/web/api.ts', typesFrom('../commands/handle.ts'), 'web/api may not import commands/handle')
test(refused, 'src/web/api.ts', typesFrom('../events/log/log.ts'), 'web/api may not import events/log')
test(refused, 'src/web/api.ts', from('../projections/expenses.ts'), 'web/api may not import projections')

test(welcome, 'src/web/server/expenses.ts', from('../api.ts'))
test(welcome, 'src/web/server/expenses.ts', from('../../commands/handle.ts'))
test(welcome, 'src/web/server/expenses.ts', from('../../projections/expenses.ts'))
test(welcome, 'src/web/server/parts.ts', typesFrom('../../events/log/log.ts'))
test(
  refused,
  'src/web/server/parts.ts',
  from('../../events/log/log.ts'),
  'web/server may not import more than types of events/log',
)
test(refused, 'src/web/server/parts.ts', from('../client/ledger.ts'), 'web/server may not import web/client')
test(refused, 'src/web/server/parts.ts', from('../../ops/demo.ts'), 'web/server may not import ops')

test(welcome, 'src/web/client/ledger.ts', from('../api.ts'))
test(welcome, 'src/web/client/ExpenseList.tsx', from('./ledger.ts'))
test(welcome, 'src/web/client/ledger.ts', from('../../events/money.ts'))
test(welcome, 'src/web/client/ledger.ts', from('../../commands/expense.ts'))
test(refused, 'src/web/client/ledger.ts', from('../../commands/handle.ts'), 'web/client may not import commands/handle')
test(refused, 'src/web/client/ledger.ts', typesFrom('../../events/log/log.ts'), 'web/client may not import events/log')
test(refused, 'src/web/client/ledger.ts', from('../server/routes.ts'), 'web/client may not import web/server')
test(
  refused,
  'src/web/client/ExpenseList.tsx',
  from('../../projections/expenses.ts'),
  'web/client may not import projections',
)

test(welcome, 'src/ops/demo.ts', from('../projections/expenses.ts'))
test(welcome, 'src/ops/backup.ts', from('../events/log/log.ts'))
test(welcome, 'src/ops/private-database/place.ts', from('../unusable.ts'))
test(refused, 'src/ops/demo.ts', from('../web/client/ledger.ts'), 'ops may not import web/client')
test(refused, 'src/ops/demo.ts', from('../main.ts'), 'ops may not import main')

test(welcome, 'src/main.ts', from('./config.ts'))
test(welcome, 'tests/commands/expense.test.ts', from('../../src/commands/expense.ts'))
test(refused, 'tests/main.test.ts', from('../src/main.ts'), 'tests/main.test.ts may not import main')

const spellings = [
  "export { thing } from '../projections/totals.ts'",
  "export * from '../projections/totals.ts'",
  "export type { Thing } from '../projections/totals.ts'",
  "const totals = await import('../projections/totals.ts')",
  "import '../projections/totals.ts'",
]
for (const spelling of spellings)
  test(refused, 'src/commands/expense.ts', spelling, 'commands may not import projections')
