import type { Expense } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { server } from '../page.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import { HistoryStep } from './HistoryStep.tsx'
import { ProofLine } from './ProofLine.tsx'
import { stepsOf } from './steps.ts'

type Props = { expense: Expense; asOf: string | undefined }

/** All that was ever done to an expense, newest first. */
export function HistoryTab({ expense, asOf }: Props) {
  const { id } = expense
  const mayChange = useMayChange(expense.userId)
  const ask = asOf === undefined ? {} : { asOf }
  const answer = useAnswer(`history ${id} ${asOf}`, async (abort) => stepsOf(await server.history(id, ask, abort)))
  return (
    <Answered of={answer}>
      {(steps) => (
        <>
          <ol class="timeline" reversed>
            {steps.map((step) => (
              <HistoryStep
                key={step.version}
                step={step}
                now={steps[0]?.after ?? step.after}
                expense={expense}
                isFixed={!mayChange}
              />
            ))}
          </ol>
          <ProofLine steps={steps} />
        </>
      )}
    </Answered>
  )
}
