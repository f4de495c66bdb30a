import type { Stream } from '../../../../src/events/event.ts'
import { expenseStream } from '../../../../src/events/expense.ts'
import type { ExpenseId } from '../../../../src/events/ids.ts'
import { appendOf, at } from '../../../events/log/appends.ts'
import { sharedExpense, sharedAmount, writer } from '../ids.ts'
import { amendmentBy, expenseBy, hotExpense, send, sendAgain, type Action, type Scene } from '../scene.ts'
import { lunchRecorded } from '../../../examples.ts'
import type { Minor } from '../../../../src/events/money.ts'

export const recordOne: Action = (scene) => send(scene, [expenseBy(scene)])

/** A stream that nobody else knows, twice in one command, and another one. */
export const recordSeveral: Action = (scene) => {
  const expenseId = scene.ids.expense()
  const [first, second] = [expenseBy(scene, expenseId), amendmentBy(scene, expenseId)]
  return send(scene, scene.random.chance(0.5) ? [first, second, expenseBy(scene)] : [first, expenseBy(scene), second])
}

/** "Must not exist", of which many are asked for at once. */
export const recordContested: Action = (scene) => {
  const contested = sharedExpense(scene.epoch() * 100 + 10 + scene.random.below(40))
  return send(scene, [expenseBy(scene, contested)])
}

/** On the version that was just read; one of those who do so at once wins. */
export const amendHot: Action = async (scene) => {
  const { event, guard } = await onTopOf(scene, hotExpense(scene))
  return send(scene, [event], { guards: [guard] })
}

/** Two streams that others amend, too, and a new one: all or nothing. */
export const amendSeveral: Action = async (scene) => {
  const ids = [...new Set([hotExpense(scene), hotExpense(scene)])]
  const amended = await Promise.all(ids.map((id) => onTopOf(scene, id)))
  const events = [...amended.map(({ event }) => event), expenseBy(scene)]
  return send(scene, events, { guards: amended.map(({ guard }) => guard) })
}

/** On the version that was read a while ago. */
export const amendLate: Action = async (scene) => {
  const { event, guard } = await onTopOf(scene, hotExpense(scene))
  await recordOne(scene)
  return send(scene, [event], { guards: [guard] })
}

/** A new expense, which relies on another stream being as it was read, just now or a while ago. */
export const recordBeside: Action = async (scene) => {
  const { guard } = await onTopOf(scene, hotExpense(scene))
  for (let others = scene.random.below(4); others > 0; others--) await recordOne(scene)
  return send(scene, [expenseBy(scene)], { guards: [guard] })
}

/** A command that everybody sends, under the same id. */
export const recordTogether: Action = (scene) => {
  const number = scene.epoch() * 100 + 50 + scene.random.below(40)
  const event = {
    ...lunchRecorded,
    userId: writer(0),
    expenseId: sharedExpense(number),
    amount: sharedAmount(number) as Minor,
  }
  return sendAgain(scene, appendOf([event], { commandId: `together-${number}` }))
}

/** The same command once more, at once or after it was answered. */
export const repeat: Action = async (scene) => {
  const append = appendOf([expenseBy(scene), expenseBy(scene)], { actorId: scene.me, commandId: scene.ids.command() })
  const again = () => sendAgain(scene, append)
  if (scene.random.chance(0.5)) return Promise.all([again(), again()])
  await again()
  await recordOne(scene)
  return again()
}

/** An event on top of what `expenseId` has come to, with the guard that says so. */
async function onTopOf(scene: Scene, expenseId: ExpenseId) {
  const stream: Stream = expenseStream(expenseId)
  const { version, seenAt } = (await scene.log.readStreams([stream])).get(stream)!
  const event = version === 0 ? expenseBy(scene, expenseId) : amendmentBy(scene, expenseId)
  return { event, guard: at(stream, version, seenAt) }
}
