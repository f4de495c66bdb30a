import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { parse } from 'yaml'
import * as z from 'zod'
import { record, serveLedger } from '../web/server/served.ts'

const FOLDER = join(import.meta.dirname, '../../deploy/monitoring')
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8')

const Rule = z.strictObject({
  alert: z.string().regex(/^Ledger\w+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+[smh]$/),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string().min(1) }),
})
const Rules = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule) })) })
type Dashboard = {
  panels: { id: number; title: string; gridPos: Record<'x' | 'y' | 'w' | 'h', number>; targets: Target[] }[]
}
type Target = { expr: string; legendFormat: string }

/** The labels of every figure that a ledger shows which has something to show of each kind. */
async function figures(): Promise<Map<string, Set<string>>> {
  const rebuild = { position: 1, of: 2, rate: 1 }
  const ledger = await serveLedger(({ metrics, health }) => {
    metrics.addPool('log', () => ({ used: 1, free: 0, waiting: 0 }))
    const look = async () => {
      const { seen, ...rest } = await health.look()
      return { ...rest, seen: seen && { ...seen, projections: seen.projections.map((one) => ({ ...one, rebuild })) } }
    }
    return { health: { ...health, look } }
  })
  await record(await ledger.first())
  await ledger.health.audit()
  const text = await (await fetch(`${ledger.address}/metrics`)).text()
  const labels = new Map<string, Set<string>>()
  for (const [, name = '', inside = ''] of text.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = labels.get(name) ?? new Set()
    for (const [, label = ''] of inside.matchAll(/(\w+)="/g)) known.add(label)
    labels.set(name, known)
  }
  return labels
}

const known = await figures()
/** What Prometheus adds to every figure it fetches. */
const ADDED = ['job', 'instance']

/** What is wrong with an expression: figures and labels that do not exist. */
function unknownIn(expr: string): string[] {
  const names = [...expr.matchAll(/\b(?:ledger|process|nodejs|up)(?:_\w+)?\b(?!")/g)].map(([name]) => name)
  const metrics = names.filter((name) => name !== 'up')
  const labels = new Set([...ADDED, ...metrics.flatMap((name) => [...(known.get(name) ?? [])])])
  const asked = [
    ...[...expr.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label = '']) => label),
    ...[...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(',').map((label) => label.trim())),
  ]
  return [...metrics.filter((name) => !known.has(name)), ...asked.filter((label) => !labels.has(label))]
}

test('the check itself knows a figure or a label that does not exist', (t) => {
  t.deepEqual(unknownIn('sum by (weather) (ledger_moon_phase{projection="x"})'), [
    'ledger_moon_phase',
    'projection',
    'weather',
  ])
  t.deepEqual(unknownIn('max by (projection) (ledger_projection_lag_seconds{job="ledger"})'), [])
})

test('every alarm watches figures that the ledger shows', (t) => {
  const { groups } = Rules.parse(parse(read('alerts.yaml')))
  const rules = groups.flatMap((group) => group.rules)
  t.true(rules.length > 10)
  for (const { alert, expr } of rules) t.deepEqual(unknownIn(expr), [], alert)
})

test('Prometheus reads these rules, and calls the ledger as they do', (t) => {
  const { rule_files, scrape_configs } = parse(read('prometheus.yaml')) as {
    rule_files: string[]
    scrape_configs: { job_name: string }[]
  }
  t.deepEqual(rule_files, ['alerts.yaml'])
  const asked = [...`${read('alerts.yaml')}${read('dashboard.json')}`.matchAll(/job=\\?"(\w+)/g)].map(([, job]) => job)
  t.deepEqual([...new Set(asked)], [scrape_configs[0]?.job_name])
})

test('every panel shows figures that the ledger has, and none covers another', (t) => {
  const { panels } = JSON.parse(read('dashboard.json')) as Dashboard
  const taken = new Map<string, string>()
  for (const { title, targets, gridPos } of panels) {
    t.true(targets.length > 0, title)
    for (const { expr, legendFormat } of targets) {
      t.deepEqual(unknownIn(expr), [], title)
      t.deepEqual(
        [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)]
          .map(([, label = '']) => label)
          .filter((label) => !expr.includes(label) && !ADDED.includes(label)),
        [],
        title,
      )
    }
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        t.is(taken.get(`${x},${y}`), undefined, title)
        taken.set(`${x},${y}`, title)
      }
    }
  }
  t.is(new Set(panels.map(({ id }) => id)).size, panels.length)
})
