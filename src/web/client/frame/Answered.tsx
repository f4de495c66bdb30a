import type { ComponentChildren } from 'preact'
import { Failure } from './Failure.tsx'
import { Skeleton } from './Skeleton.tsx'
import type { Answer } from './use-answer.ts'

type Props<T> = { of: Answer<T>; children: (answer: T) => ComponentChildren }

/** What the server answered; until then lines in its place, and what went wrong with a way to try again. */
export function Answered<T>({ of: { answer, busy, failure, again }, children }: Props<T>) {
  return (
    <div class={busy ? 'results busy' : 'results'} aria-busy={busy}>
      {failure !== undefined && <Failure of={failure} again={again} />}
      {answer === undefined ? failure === undefined && <Skeleton /> : children(answer)}
    </div>
  )
}
