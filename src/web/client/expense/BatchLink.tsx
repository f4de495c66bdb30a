import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { format, server } from '../page.ts'
import { useLinks } from '../scope/use-scope.ts'

/** With how many others it was done at once, and the way to them. More than a page of them are not counted. */
export function BatchLink({ batch }: { batch: string }) {
  const links = useLinks()
  const words = messages.expense
  const { answer } = useAnswer(`batch ${batch}`, async (abort) => {
    const { items, next } = await server.audit({ batch, limit: '200' }, abort)
    return next === null ? new Set(items.map(({ stream }) => stream)).size : undefined
  })
  return (
    <>
      {answer !== undefined && <>, {words.inBatch(answer - 1, format.count(answer - 1))}</>}{' '}
      <a href={links('/activity', { batch })}>
        {answer === undefined ? words.seeBatch : words.seeAll(format.count(answer))}
      </a>
    </>
  )
}
