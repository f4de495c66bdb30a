import { useSignal, type ReadonlySignal } from '@preact/signals'
import type { Progress } from '../call.ts'
import { useAnswer, type Answer } from '../frame/use-answer.ts'

type Ask<T> = (abort: AbortSignal, tell: (progress: Progress) => void) => Promise<T>
type Replay<T> = { answer: Answer<T>; replay: ReadonlySignal<Progress | undefined> }

/** As `useAnswer`, of a report; `replay` is how far the log has been read for it, as soon as there is something to tell. */
export function useReplay<T>(question: string, ask: Ask<T>): Replay<T> {
  const replay = useSignal<Progress>()
  const answer = useAnswer(question, (abort) => {
    replay.value = undefined
    return ask(abort, (progress) => {
      if (!abort.aborted) replay.value = progress
    })
  })
  return { answer, replay }
}
