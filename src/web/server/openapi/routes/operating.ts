import { Demo, Health, ProjectionStatus, ProjectionStatuses, Readiness } from '../../../api.ts'
import type { Routes } from '../route.ts'

export const operating: Routes = {
  'POST /api/demo': {
    name: 'fillWithDemo',
    does: 'Fills an empty ledger with something to look at',
    more: 'Only while nothing was ever recorded.',
    kind: 'changes many',
    who: 'admins',
    answer: { status: 201, json: Demo },
    refused: [409],
  },
  'GET /api/projections': {
    name: 'listProjections',
    does: 'Says how each projection stands',
    kind: 'asks',
    who: 'admins',
    answer: { json: ProjectionStatuses },
  },
  'POST /api/projections/{name}/rebuild': {
    name: 'rebuildProjection',
    does: 'Begins to rebuild a projection',
    more: 'Answered once it has begun; how far it is, the list of projections says. 409 while one is under way.',
    kind: 'asks',
    who: 'admins',
    answer: { status: 202, json: ProjectionStatus },
    refused: [409],
  },
  'GET /healthz': {
    name: 'isAlive',
    does: 'Says that the process is alive',
    kind: 'asks',
    who: 'anybody',
    answer: { json: Health },
  },
  'GET /readyz': {
    name: 'isReady',
    does: 'Says whether the ledger can be used',
    more: 'The database answers, nothing is missing, no projection has stopped or is far behind. If not, 503 with the same body.',
    kind: 'asks',
    who: 'anybody',
    answer: { json: Readiness },
    otherwise: { status: 503, json: Readiness },
  },
  'GET /metrics': {
    name: 'readMetrics',
    does: 'Gives figures for Prometheus',
    more: 'For this machine alone, or for whoever has the METRICS_TOKEN as a bearer.',
    kind: 'asks',
    who: 'anybody',
    answer: { text: { type: 'text/plain', example: '# TYPE ledger_ready gauge\nledger_ready 1\n' } },
    refused: [401, 403],
  },
  'GET /api/openapi.json': {
    name: 'readDescription',
    does: 'Gives this description',
    kind: 'asks',
    who: 'anybody',
    answer: { text: { type: 'application/json', example: '{"openapi":"3.1.1"}' } },
  },
  'GET /api/docs': {
    name: 'readDocs',
    does: 'Shows this description as a page',
    kind: 'asks',
    who: 'anybody',
    answer: { text: { type: 'text/html', example: '<!doctype html>' } },
  },
}
