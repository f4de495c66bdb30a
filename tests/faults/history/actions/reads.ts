import { expenseStream } from '../../../../src/events/expense.ts'
import { writer } from '../ids.ts'
import { hotExpense, type Action, type Scene } from '../scene.ts'

const PAGE = 500

export const readStreams: Action = (scene) => scene.log.readStreams(hotStreams(scene))

/** As they were at a position that is over. */
export const readStreamsThen: Action = async (scene) => {
  return scene.log.readStreams(hotStreams(scene), await someTimeAgo(scene))
}

export const readSome: Action = async (scene) => {
  const { log, random } = scene
  return log.readAfter(await someTimeAgo(scene), random.below(40) + 1)
}

/** The end of the log: what is just being written. */
export const readTheEnd: Action = async ({ log, random }) => {
  const { position } = await log.head()
  return log.readAfter(Math.max(0, position - random.below(20)), 1_000)
}

/** One person's events as of a position that is over, page by page, as a report reads them. */
export const report: Action = async (scene) => {
  const userId = writer(scene.random.below(4))
  const upTo = await someTimeAgo(scene)
  for (let after = Math.max(0, upTo - 2_000); ;) {
    const page = await scene.log.readAfter(after, PAGE, { userId, upTo })
    after = page.at(-1)?.position ?? after
    if (page.length < PAGE) return
  }
}

function hotStreams(scene: Scene) {
  return [...new Set([hotExpense(scene), hotExpense(scene)])].map(expenseStream)
}

/** A position of the past; few of them, so that the same question is asked again. */
async function someTimeAgo({ log, random }: Scene): Promise<number> {
  const { position } = await log.head()
  return Math.max(0, (Math.floor(position / 100) - random.below(5)) * 100)
}
