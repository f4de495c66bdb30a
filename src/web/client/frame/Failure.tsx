import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { whyUnread } from '../form/why-unread.ts'
import { messages } from '../messages.ts'
import { causesOf, PageFailures, type Failed } from './failures.ts'

type Props = { of: unknown; again: () => void }

/** In place of what could not be shown. Why is said once for the whole page, whatever else has the same cause. */
export function Failure({ of, again }: Props) {
  const page = useContext(PageFailures)
  const why = whyUnread(of)
  const latest = useRef(again)
  latest.current = again
  useLayoutEffect(() => {
    if (!page) return
    const own = { why, again: () => latest.current() }
    page.value = [...page.value, own]
    return () => (page.value = page.value.filter((one) => one !== own))
  }, [page, why])
  return page ? <p class="muted">{messages.errors.unread.gone}</p> : <Alert failed={[{ why, again }]} />
}

/** Each cause once, with one way to try all of it again. */
export function Alert({ failed }: { failed: readonly Failed[] }) {
  if (failed.length === 0) return null
  return (
    <div class="problem" role="alert">
      {causesOf(failed).map((why) => (
        <p key={why}>{why}</p>
      ))}
      <button type="button" class="btn btn-hairline" onClick={() => failed.forEach(({ again }) => again())}>
        {messages.frame.tryNow}
      </button>
    </div>
  )
}
