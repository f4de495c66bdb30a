import express from 'express'
import type { AddressInfo } from 'node:net'

// The least that an Express app can do with an expense: parse it and answer with as much JSON as the ledger does.
const answer = {
  id: '01a20701-ec6a-74e6-8360-517010f9a44a',
  userId: '01a20701-ec6b-74e4-a6f1-f3d7799479f2',
  categoryId: '01a20701-ec6c-71aa-8b1c-2f1f4f3f0a11',
  category: 'Food',
  version: 1,
  recordedAt: '2026-11-23T06:04:56.312563Z',
  changedAt: '2026-11-23T06:04:56.312563Z',
  changedBy: { id: '01a20701-ec6b-74e4-a6f1-f3d7799479f2', name: 'Ana' },
  deleted: false,
}
const app = express()
app.use(express.json())
app.post('/api/expenses', (req, res) => {
  res.status(201).json({ ...answer, ...(req.body as object) })
})
const server = app.listen(0, '127.0.0.1', () => {
  console.error(`Echo on http://localhost:${(server.address() as AddressInfo).port}`)
})
