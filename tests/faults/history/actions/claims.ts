import type { Claim } from '../../../../src/events/log/append.ts'
import { userStream } from '../../../../src/events/user.ts'
import { expenseBy, send, type Action, type Scene } from '../scene.ts'

/** Without looking: whoever comes second is refused. */
export const takeBlindly: Action = (scene) => {
  return send(scene, [expenseBy(scene)], { take: [{ claim: contested(scene), stream: userStream(scene.me) }] })
}

/** What is free is taken, what is held is given up, whoever holds it. */
export const takeOrRelease: Action = async (scene) => {
  const claim = contested(scene)
  const { stream, seenAt } = await scene.log.holder(claim)
  const guards = [{ claim, holder: stream, seenAt }]
  if (stream !== null) return send(scene, [expenseBy(scene)], { guards, release: [claim] })
  return send(scene, [expenseBy(scene)], { guards, take: [{ claim, stream: userStream(scene.me) }] })
}

/** A holder goes over from one claim to another, as a person does with an e-mail address. */
export const swap: Action = async (scene) => {
  const [from, to] = [contested(scene), contested(scene)]
  if (from.value === to.value) return
  const [held, free] = await Promise.all([scene.log.holder(from), scene.log.holder(to)])
  if (held.stream === null) return
  return send(scene, [expenseBy(scene)], {
    guards: [
      { claim: from, holder: held.stream, seenAt: held.seenAt },
      { claim: to, holder: free.stream, seenAt: free.seenAt },
    ],
    release: [from],
    take: [{ claim: to, stream: held.stream }],
  })
}

/** One of three is given up if another one remains, and else taken: once there was one there always is. */
export const keepOneOfThem: Action = async (scene) => {
  const claim: Claim = { kind: 'first-admin', value: `${scene.random.below(3)}` }
  const { stream, seenAt } = await scene.log.holder(claim)
  const guard = { claim, holder: stream, seenAt }
  if (stream === null) {
    return send(scene, [expenseBy(scene)], { guards: [guard], take: [{ claim, stream: userStream(scene.me) }] })
  }
  const others = await scene.log.others(claim)
  if (!others.remain) return
  const guards = [guard, { others: claim, seenAt: others.seenAt }]
  return send(scene, [expenseBy(scene)], { guards, release: [claim] })
}

function contested({ random, epoch }: Scene): Claim {
  return { kind: 'email', value: `${epoch()}-${random.below(6)}` }
}
