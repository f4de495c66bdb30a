import { createHash } from 'node:crypto'
import { expenseStream } from '../../../../src/events/expense.ts'
import type { Append } from '../../../../src/events/log/append.ts'
import { at } from '../../../events/log/appends.ts'
import { writer } from '../ids.ts'
import { expenseBy, hotExpense, send, type Action, type Scene } from '../scene.ts'

/** A request under a key that others use, too, at the same time: one of them takes place. */
export const recordWithKey: Action = async (scene) => {
  const { userId, key } = sharedKey(scene)
  if (await scene.log.remembered(userId, key)) return
  const expenseId = scene.ids.expense()
  return send(scene, [expenseBy(scene, expenseId)], { remember: remembering(userId, key, expenseStream(expenseId), 1) })
}

/** A request that changes nothing is remembered, too. */
export const nothingWithKey: Action = async (scene) => {
  const { userId, key } = sharedKey(scene)
  const stream = expenseStream(hotExpense(scene))
  const { version, seenAt } = (await scene.log.readStreams([stream])).get(stream)!
  const remember = remembering(userId, key, stream, version)
  return send(scene, [], { guards: [at(stream, version, seenAt)], remember })
}

export const lookUpKey: Action = (scene) => {
  const { userId, key } = sharedKey(scene)
  return scene.log.remembered(userId, key)
}

function sharedKey({ random, epoch }: Scene) {
  return { userId: writer(0), key: `${epoch()} ${random.below(60)}` }
}

function remembering(
  userId: ReturnType<typeof writer>,
  key: string,
  stream: ReturnType<typeof expenseStream>,
  version: number,
): NonNullable<Append['remember']> {
  const request = createHash('sha256').update(`${key} ${stream}`).digest()
  return { userId, key, request, outcome: 201, stream, version }
}
