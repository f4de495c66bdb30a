import test from 'ava'
import { newIdIn } from '../../../src/events/batch.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { newId } from '../../../src/events/ids.ts'
import { dinner, foodAdded, lunch, lunchAmended, lunchRecorded, metadata } from '../../examples.ts'
import { appendOf, at } from './appends.ts'
import { freshLog } from './fresh-log.ts'

const dinnerRecorded = { ...lunchRecorded, expenseId: dinner }

test('the expenses of a batch are found, each once and in order, whatever commands brought them', async (t) => {
  const { log } = await freshLog(t)
  const batch = newId()
  const inBatch = () => ({ commandId: newIdIn(batch), metadata: { ...metadata, batch } })
  await log.append(appendOf([foodAdded, dinnerRecorded], inBatch()))
  await log.append(appendOf([lunchRecorded], inBatch()))
  await log.append(appendOf([lunchAmended], { ...inBatch(), guards: [at(expenseStream(lunch), 1, 3)] }))
  t.deepEqual(await log.expensesOfBatch(batch, 10), [dinner, lunch])
  t.deepEqual(await log.expensesOfBatch(batch, 1), [dinner])
  t.deepEqual(await log.expensesOfBatch(newId(), 10), [])
})

test('a command whose id only begins like a batch’s is not of the batch', async (t) => {
  const { log } = await freshLog(t)
  const [batch, other] = [newId(), newId()]
  await log.append(appendOf([lunchRecorded], { commandId: newIdIn(batch), metadata }))
  const elsewhere = { ...metadata, correlationId: `"batch":"${batch}"`, batch: other }
  await log.append(appendOf([dinnerRecorded], { commandId: newIdIn(batch), metadata: elsewhere }))
  t.deepEqual(await log.expensesOfBatch(batch, 10), [])
})

test('what a command was can be told from its id', async (t) => {
  const { log } = await freshLog(t)
  const batch = newId()
  await log.append(appendOf([lunchRecorded], { commandId: 'alone' }))
  const many = { commandId: 'many', metadata: { ...metadata, batch }, guards: [at(expenseStream(lunch), 1, 1)] }
  await log.append(appendOf([foodAdded, lunchAmended, dinnerRecorded], many))
  t.deepEqual(await log.batchOfCommand('alone'), { batch: null, count: 1 })
  t.deepEqual(await log.batchOfCommand('many'), { batch, count: 2 })
  t.deepEqual(await log.batchOfCommand('none'), { batch: null, count: 0 })
})
